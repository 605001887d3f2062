package dev.licet.access;

import dev.licet.platform.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sessions that are long over; that they were is in the events. */
@Component
final class PurgeSessions implements DueWork {
    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionStore store;

    PurgeSessions(SessionStore store) {
        this.store = store;
    }

    @Override
    public void run(Instant now) {
        store.purge(now.minus(KEPT));
    }
}
