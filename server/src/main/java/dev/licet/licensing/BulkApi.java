package dev.licet.licensing;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Job;
import dev.licet.platform.JobView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
    private final BulkImport imports;
    private final BulkActs acts;

    BulkApi(BulkIssue issue, BulkImport imports, BulkActs acts) {
        this.issue = issue;
        this.imports = imports;
        this.acts = acts;
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

    @PostMapping(consumes = "text/csv")
    @Allow("licenses:write")
    @Operation(
            summary = "Issue many licenses",
            description =
                    "As JSON: count licenses on the same terms. As CSV, up to 256 MiB: a license for each row, with the columns"
                            + " plan, product, customer, email, users, startsAt, expiresAt, metadata.*, policy.*, features.*.")
    ResponseEntity<Made> read(Caller by, HttpServletRequest request) throws IOException {
        return Made.of(imports.start(by, request.getInputStream()));
    }

    @PostMapping({"/renewals", "/expiry", "/suspension", "/resumption", "/revocation", "/plan", "/metadata"})
    @Allow("licenses:write")
    @Operation(
            summary = "Do something with many licenses",
            description =
                    "act is renewals, expiry, suspension, resumption, revocation, plan or metadata; the licenses are given by ids"
                            + " or by the filters of the list. With dryRun the answer says what would happen (200), and nothing does.")
    ResponseEntity<Object> act(Caller by, @RequestBody BulkActRequest request, HttpServletRequest http) {
        String path = http.getRequestURI();
        BulkAct which = BulkAct.of(path.substring(path.lastIndexOf('/') + 1));
        if (request.isDryRun()) {
            return ResponseEntity.ok(acts.forecast(by, which, request));
        }
        ResponseEntity<Made> made = Made.of(acts.start(by, which, request));
        return ResponseEntity.status(made.getStatusCode())
                .headers(made.getHeaders())
                .body(made.getBody());
    }
}
