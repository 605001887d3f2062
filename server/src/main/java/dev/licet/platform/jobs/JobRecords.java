package dev.licet.platform.jobs;

import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Job;
import dev.licet.platform.JobView;
import dev.licet.platform.Jobs;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Jobs made, found and cancelled. */
@Service
class JobRecords implements Jobs {
    private static final int BATCH = 1000;

    private final JobStore store;
    private final Events events;
    private final Bell bell;
    private final JsonMapper json;
    private final InstantSource time;

    JobRecords(JobStore store, Events events, Bell bell, JsonMapper json, InstantSource time) {
        this.store = store;
        this.events = events;
        this.bell = bell;
        this.json = json;
        this.time = time;
    }

    @Override
    @Transactional
    public Job start(Caller by, String kind, Object parameters, int total) {
        UUID id = insert(by, kind, parameters, total);
        return started(by, id);
    }

    @Override
    @Transactional
    public Job start(Caller by, String kind, Object parameters, Iterator<String> inputs) {
        UUID id = insert(by, kind, parameters, 0);
        int total = 0;
        while (inputs.hasNext()) {
            List<String> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && inputs.hasNext()) {
                batch.add(inputs.next());
            }
            store.inputs(id, total + 1, batch);
            total += batch.size();
        }
        store.total(id, total);
        return started(by, id);
    }

    private UUID insert(Caller by, String kind, Object parameters, int total) {
        UUID id = Uuid7.next();
        Instant now = time.instant();
        String written = json.writeValueAsString(parameters);
        store.insert(new Job(
                id, kind, "queued", total, 0, 0, by.actor(), by.requestId(), written, now, null, null, null, 1));
        return id;
    }

    private Job started(Caller by, UUID id) {
        Job job = get(id);
        Map<String, Object> about = Map.of("kind", job.kind(), "total", job.total());
        events.record(by, "job.made", job.typeId(), null, null, about);
        bell.ringAfterCommit();
        return job;
    }

    Job get(String id) {
        return get(TypeId.find(Job.PREFIX, id).orElseThrow(() -> Problem.notFound("job")));
    }

    private Job get(UUID id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("job"));
    }

    JobView view(Job job) {
        List<JobView.RowError> errors = job.failed() == 0
                ? List.of()
                : store.errors(job.id()).stream()
                        .map(each -> new JobView.RowError(
                                each.number(),
                                Objects.requireNonNull(each.row().code()),
                                each.row().detail()))
                        .toList();
        return JobView.of(job, errors);
    }

    /** What is done stays done; the rest is left. Repeating it changes nothing. */
    @Transactional
    Job cancel(Caller by, String id) {
        Job before = get(id);
        if (store.cancel(before.id(), time.instant())) {
            Job after = get(before.id());
            events.record(
                    by,
                    "job.cancelled",
                    after.typeId(),
                    null,
                    null,
                    Map.of("done", after.done(), "total", after.total()));
            return after;
        }
        Job ended = get(before.id());
        if (!ended.state().equals("cancelled")) {
            throw Problem.conflict("JOB_ENDED", "The job is " + ended.state() + ", so there is nothing to cancel.");
        }
        return ended;
    }
}
