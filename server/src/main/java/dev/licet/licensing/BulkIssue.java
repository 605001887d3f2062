package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.core.json.Fields;
import dev.licet.platform.Caller;
import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.Jobs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Many licences on the same terms, issued at the moment of the request: all of one plan version, with one start and one end. */
@Service
class BulkIssue extends BulkWork {
    static final String KIND = "license.issue";

    private final Licenses licenses;
    private final IssueBatch batch;
    private final Catalog catalog;
    private final Jobs jobs;
    private final JsonMapper json;
    private final InstantSource time;

    BulkIssue(
            Licenses licenses,
            IssueBatch batch,
            Catalog catalog,
            Jobs jobs,
            Keys keys,
            JsonMapper json,
            InstantSource time) {
        super(keys);
        this.licenses = licenses;
        this.batch = batch;
        this.catalog = catalog;
        this.jobs = jobs;
        this.json = json;
        this.time = time;
    }

    /** @param planVersion the one that was current when the job was made */
    private record Parameters(UUID plan, int planVersion, LicenseRequest each) {}

    @Transactional
    Job start(Caller by, BulkIssueRequest request) {
        int count = request.checkedCount();
        PlanVersion plan = catalog.planIn("/plan", request.plan(), request.product());
        licenses.draft(plan, request.each(), time.instant());
        return jobs.start(by, KIND, new Parameters(plan.planId(), plan.version(), request.each()), count);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int chunk() {
        return 1000;
    }

    @Override
    public List<JobRow> run(Job job, Rows rows) {
        Parameters parameters = json.readValue(job.parameters(), Parameters.class);
        PlanVersion plan = catalog.planVersion(parameters.plan(), parameters.planVersion());
        Contract contract = licenses.draft(plan, parameters.each(), job.createdAt());
        var wanted = new IssueBatch.Wanted(contract, plan.keyPrefix());
        return batch.issue(job.caller(), Collections.nCopies(rows.count(), wanted), job.createdAt()).stream()
                .map(issued -> row(issued, job.createdAt()))
                .toList();
    }

    static JobRow row(IssueBatch.Issued issued, Instant now) {
        String state = Fields.camelCase(issued.license().standing(now).state());
        return new JobRow(issued.license().id(), state, null, null, issued.key().sealed());
    }
}
