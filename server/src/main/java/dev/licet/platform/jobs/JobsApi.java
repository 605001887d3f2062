package dev.licet.platform.jobs;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Job;
import dev.licet.platform.JobView;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Jobs", description = "Work on many rows: how far it is, and what came of each row")
@RequestMapping("/v1/jobs")
class JobsApi {
    private final JobRecords jobs;
    private final JobStore store;
    private final JobResults results;

    JobsApi(JobRecords jobs, JobStore store, JobResults results) {
        this.jobs = jobs;
        this.store = store;
        this.results = results;
    }

    @GetMapping
    @Allow("jobs:read")
    @Operation(summary = "List jobs, newest first")
    Page<JobView> list(
            @RequestParam JobFilter.@Nullable State state,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String actor,
            Paging paging) {
        return Page.of(store.list(new JobFilter(state, kind, actor), paging), paging, Job::id, jobs::view);
    }

    @GetMapping("/{job}")
    @Allow("jobs:read")
    @Operation(summary = "Read a job", description = "How far it is, and the first rows that were refused.")
    ResponseEntity<JobView> get(@PathVariable String job) {
        Job found = jobs.get(job);
        return ETags.ok(jobs.view(found), found.version());
    }

    @GetMapping("/{job}/result")
    @Allow("jobs:read")
    @Operation(
            summary = "Read what came of each row",
            description =
                    "CSV with the columns row, id, key, state, code, detail; of an export, those of the list. License keys are shown in full with the scope"
                            + " licenses:reveal-key and to the API key that made the job, masked otherwise. The reading is recorded.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void result(Caller by, @PathVariable String job, HttpServletResponse response) throws IOException {
        results.write(by, jobs.get(job), response);
    }

    @PutMapping("/{job}/cancellation")
    @Allow("jobs:write")
    @Operation(summary = "Cancel a job", description = "What is done stays done, and stands in the result.")
    ResponseEntity<JobView> cancel(Caller by, @PathVariable String job) {
        Job cancelled = jobs.cancel(by, job);
        return ETags.ok(jobs.view(cancelled), cancelled.version());
    }
}
