package dev.licet.platform.jobs;

import dev.licet.platform.Events;
import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.JobWork;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does jobs, a chunk at a time. The transaction of a chunk holds the row of the job, does the work, records what came of it and
 * moves the job on: it happened as a whole or not at all, and of two nodes one does it. A node that dies loses its connection
 * and with it the row, so that the next node to look goes on where it stopped.
 */
@Component
class JobWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final long PAUSE = 1000;

    private final JobStore store;
    private final Map<String, JobWork> works;
    private final Bell bell;
    private final Events events;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    JobWorker(
            JobStore store,
            ObjectProvider<JobWork> works,
            Bell bell,
            Events events,
            TransactionTemplate transaction,
            InstantSource time) {
        this.store = store;
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
        this.bell = bell;
        this.events = events;
        this.transaction = transaction;
        this.time = time;
    }

    JobWork work(String kind) {
        return Objects.requireNonNull(works.get(kind), kind);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("jobs").daemon().start(this::work);
    }

    /** Waits for the chunk that is under way. */
    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            bell.ring();
            try {
                worker.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                if (!chunk()) {
                    bell.await(PAUSE);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether there was something to do. */
    private boolean chunk() {
        AtomicReference<@Nullable Job> held = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> store.take().ifPresent(job -> {
                held.set(job);
                advance(job);
            }));
            return held.get() != null;
        } catch (RuntimeException e) {
            Job job = held.get();
            LOG.warn("{} could not be worked on; it is tried again", job == null ? "No job" : job.typeId(), e);
            return job != null && noteTrouble(job);
        }
    }

    private void advance(Job job) {
        JobWork work = work(job.kind());
        int count = Math.min(work.chunk(), job.total() - job.done());
        List<JobRow> outcomes = count == 0 ? List.of() : run(work, job, count);
        int failed = (int) outcomes.stream().filter(row -> row.code() != null).count();
        store.rows(job.id(), job.done() + 1, outcomes);
        store.advance(job.id(), count, failed, time.instant());
        if (job.done() + count == job.total()) {
            tell(job.id(), "job.done");
        }
    }

    private List<JobRow> run(JobWork work, Job job, int count) {
        int first = job.done() + 1;
        var rows = new JobWork.Rows(first, count, store.takeInputs(job.id(), first, count));
        List<JobRow> outcomes = work.run(job, rows);
        if (outcomes.size() != count) {
            throw new IllegalStateException(
                    count + " rows of " + job.kind() + " have " + outcomes.size() + " outcomes");
        }
        return outcomes;
    }

    private boolean noteTrouble(Job job) {
        try {
            transaction.executeWithoutResult(status -> {
                store.trouble(
                        job.id(),
                        "Rows from " + (job.done() + 1) + " on could not be done. The server's log says why.",
                        time.instant());
                if (store.find(job.id())
                        .filter(after -> after.state().equals("failed"))
                        .isPresent()) {
                    tell(job.id(), "job.failed");
                }
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The database does not answer", e);
            return false;
        }
    }

    private void tell(UUID id, String type) {
        Job job = store.find(id).orElseThrow();
        events.record(
                job.caller(),
                type,
                job.typeId(),
                null,
                null,
                Map.of("kind", job.kind(), "total", job.total(), "done", job.done(), "failed", job.failed()));
    }
}
