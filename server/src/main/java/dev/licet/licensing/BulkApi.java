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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/bulk")
@Tag(name = "Bulk", description = "Issue and change many licenses by one job")
class BulkApi {
    private static final String SELECTION =
            "As JSON: the licenses are given by ids or by the filters of the list, and the rest is as for one license. As CSV, up to"
                    + " 256 MiB: a license for each row, with the columns id and, as far as it takes them, term, expiresAt (or never),"
                    + " reason, plan, metadata.*. The answer is a job; with dryRun it says what would happen (200), and nothing does.";

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
                    "As JSON: count licenses on the same terms. As CSV, up to 256 MiB: a license for each row, with the columns"
                            + " plan, product, customer, email, users, startsAt, expiresAt, metadata.*, policy.*, features.*. The"
                            + " answer is a job; its result has one row per license, with its key.")
    ResponseEntity<Made> issue(Caller by, @RequestBody BulkIssueRequest request) {
        return Made.of(issue.start(by, request));
    }

    @PostMapping(consumes = "text/csv")
    @Allow("licenses:write")
    @Operation(hidden = true)
    ResponseEntity<Made> read(Caller by, HttpServletRequest request) throws IOException {
        return Made.of(imports.start(by, request.getInputStream()));
    }

    @PostMapping("/renewals")
    @Allow("licenses:write")
    @Operation(summary = "Renew many licenses", description = SELECTION)
    ResponseEntity<Object> renew(Caller by, @RequestBody BulkActRequest request) {
        return act(by, BulkAct.RENEWALS, request);
    }

    @PostMapping("/expiry")
    @Allow("licenses:write")
    @Operation(summary = "Set the end of many licenses", description = SELECTION)
    ResponseEntity<Object> expiry(Caller by, @RequestBody BulkActRequest request) {
        return act(by, BulkAct.EXPIRY, request);
    }

    @PostMapping("/suspension")
    @Allow("licenses:write")
    @Operation(summary = "Suspend many licenses", description = SELECTION)
    ResponseEntity<Object> suspend(Caller by, @RequestBody BulkActRequest request) {
        return act(by, BulkAct.SUSPENSION, request);
    }

    @PostMapping("/resumption")
    @Allow("licenses:write")
    @Operation(summary = "Resume many licenses", description = SELECTION)
    ResponseEntity<Object> resume(Caller by, @RequestBody BulkActRequest request) {
        return act(by, BulkAct.RESUMPTION, request);
    }

    @PostMapping("/revocation")
    @Allow("licenses:write")
    @Operation(summary = "Revoke many licenses", description = SELECTION)
    ResponseEntity<Object> revoke(Caller by, @RequestBody BulkActRequest request) {
        return act(by, BulkAct.REVOCATION, request);
    }

    @PostMapping("/plan")
    @Allow("licenses:write")
    @Operation(summary = "Move many licenses to a plan", description = SELECTION)
    ResponseEntity<Object> move(Caller by, @RequestBody BulkActRequest request) {
        return act(by, BulkAct.PLAN, request);
    }

    @PostMapping("/metadata")
    @Allow("licenses:write")
    @Operation(summary = "Change the metadata of many licenses", description = SELECTION)
    ResponseEntity<Object> metadata(Caller by, @RequestBody BulkActRequest request) {
        return act(by, BulkAct.METADATA, request);
    }

    @PostMapping(
            path = {"/renewals", "/expiry", "/suspension", "/resumption", "/revocation", "/plan", "/metadata"},
            consumes = "text/csv")
    @Allow("licenses:write")
    @Operation(hidden = true)
    ResponseEntity<Object> list(
            Caller by, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request)
            throws IOException {
        BulkAct act = BulkAct.at(request.getRequestURI());
        return dryRun
                ? ResponseEntity.ok(acts.forecast(by, act, request.getInputStream()))
                : accepted(acts.start(by, act, request.getInputStream()));
    }

    private ResponseEntity<Object> act(Caller by, BulkAct act, BulkActRequest request) {
        return request.isDryRun()
                ? ResponseEntity.ok(acts.forecast(by, act, request))
                : accepted(acts.start(by, act, request));
    }

    private static ResponseEntity<Object> accepted(Job job) {
        ResponseEntity<Made> made = Made.of(job);
        return ResponseEntity.status(made.getStatusCode())
                .headers(made.getHeaders())
                .body(made.getBody());
    }
}
