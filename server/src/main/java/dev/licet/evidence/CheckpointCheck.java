package dev.licet.evidence;

import dev.licet.platform.LogSection;
import dev.licet.signing.PublicKeys;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares the logs with their checkpoints: finds rows that were changed, removed or put in, and checkpoints that were meddled with. */
@Component
class CheckpointCheck {
    private final CheckpointStore store;
    private final Logs logs;
    private final PublicKeys keys;

    CheckpointCheck(CheckpointStore store, Logs logs, PublicKeys keys) {
        this.store = store;
        this.logs = logs;
        this.keys = keys;
    }

    /**
     * What a check found.
     *
     * @param rows how many rows are covered
     */
    @Schema(name = "CheckpointReport")
    record Report(boolean intact, long checkpoints, long rows, List<Finding> findings) {}

    /** @param what rowsMissing, rowsAdded, rowsChanged, checkpointMissing or checkpointForged */
    @Schema(name = "CheckpointFinding")
    record Finding(String log, long seq, String what, String detail) {}

    Report check() {
        List<Finding> findings = new ArrayList<>();
        long checkpoints = 0;
        long rows = 0;
        for (String log : Logs.ALL) {
            Checkpoint before = null;
            for (Checkpoint each : store.all(log)) {
                check(before, each, findings);
                before = each;
                checkpoints++;
                rows += each.rows();
            }
        }
        return new Report(findings.isEmpty(), checkpoints, rows, findings);
    }

    private void check(@org.jspecify.annotations.Nullable Checkpoint before, Checkpoint it, List<Finding> findings) {
        boolean follows = before == null
                ? it.seq() == 1 && it.previous().isEmpty() && it.afterId().equals(Checkpoints.BEGINNING)
                : it.seq() == before.seq() + 1
                        && it.previous().equals(before.sha256())
                        && it.afterId().equals(before.lastId());
        if (!follows) {
            findings.add(finding(it, "checkpointMissing", "It does not continue the checkpoint before it."));
        }
        if (!keys.verify(it.token(), Checkpoints.claims(it))) {
            findings.add(finding(
                    it, "checkpointForged", "Its signature is not by a key of this server, or says otherwise."));
        }
        LogSection now = logs.section(it.log(), it.afterId(), it.lastId(), it.previous(), Long.MAX_VALUE);
        long difference = now.rows() - it.rows();
        if (difference < 0) {
            findings.add(finding(it, "rowsMissing", -difference + " rows of " + it.rows() + " are gone."));
        } else if (difference > 0) {
            findings.add(finding(it, "rowsAdded", difference + " rows were put in later."));
        } else if (!now.sha256().equals(it.sha256())) {
            findings.add(finding(it, "rowsChanged", "At least one of its " + it.rows() + " rows was changed."));
        }
    }

    private static Finding finding(Checkpoint checkpoint, String what, String detail) {
        return new Finding(checkpoint.log(), checkpoint.seq(), what, detail);
    }
}
