package dev.licet.platform.jobs;

import dev.licet.platform.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets jobs 90 days after their end, and with them the keys in their results. What they did stands in the events. */
@Component
final class PurgeJobs implements DueWork {
    private static final Duration KEPT = Duration.ofDays(90);

    private final JobStore store;

    PurgeJobs(JobStore store) {
        this.store = store;
    }

    @Override
    public void run(Instant now) {
        store.purge(now.minus(KEPT));
    }
}
