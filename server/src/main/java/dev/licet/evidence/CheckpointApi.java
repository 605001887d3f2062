package dev.licet.evidence;

import dev.licet.platform.Allow;
import dev.licet.platform.Checks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/events/checkpoints")
@Tag(name = "Evidence", description = "What shows that the record was not changed afterwards")
class CheckpointApi {
    private final CheckpointStore store;
    private final CheckpointCheck check;

    CheckpointApi(CheckpointStore store, CheckpointCheck check) {
        this.store = store;
        this.check = check;
    }

    /** @param next give it as {@code before} to read on; null at the end */
    record Listed(List<Checkpoint> data, @Nullable Long next) {}

    @GetMapping
    @Allow("events:read")
    @Operation(
            summary = "List the signed checkpoints of a log, newest first",
            description =
                    "log is events or validations. Keep the newest token elsewhere: then nobody can shorten the log.")
    Listed list(
            @RequestParam(defaultValue = "events") String log,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        new Checks().oneOf("log", log, Logs.ALL).range("limit", limit, 1, 200).done();
        List<Checkpoint> found = store.list(log, before, limit);
        return new Listed(found, found.size() < limit ? null : found.getLast().seq());
    }

    @GetMapping("/check")
    @Allow("events:read")
    @Operation(
            summary = "Compare the logs with their checkpoints",
            description = "Reads every row that has a checkpoint, so it takes its time.")
    CheckpointCheck.Report check() {
        return check.check();
    }
}
