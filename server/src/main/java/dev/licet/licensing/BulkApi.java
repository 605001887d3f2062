package dev.licet.licensing;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Job;
import dev.licet.platform.JobView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/bulk")
@Tag(name = "Bulk", description = "Issue and change many licenses by one job")
class BulkApi {
    private final BulkIssue issue;

    BulkApi(BulkIssue issue) {
        this.issue = issue;
    }

    /** The job that was made. */
    @Schema(name = "JobMade")
    record Made(JobView job) {
        static ResponseEntity<Made> of(Job job) {
            return ResponseEntity.accepted()
                    .location(URI.create("/v1/jobs/" + job.typeId()))
                    .body(new Made(JobView.of(job)));
        }
    }

    @PostMapping
    @Allow("licenses:write")
    @Operation(
            summary = "Issue many licenses",
            description =
                    "count licenses on the same terms. The answer is a job; its result has one row per license, with its key.")
    ResponseEntity<Made> issue(Caller by, @RequestBody BulkIssueRequest request) {
        return Made.of(issue.start(by, request));
    }
}
