package dev.licet.platform.idempotency;

import dev.licet.platform.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets answers after two days, when nobody repeats the request any more. */
@Component
final class PurgeAnswers implements DueWork {
    private static final Duration KEPT = Duration.ofDays(2);

    private final IdempotencyStore store;

    PurgeAnswers(IdempotencyStore store) {
        this.store = store;
    }

    @Override
    public void run(Instant now) {
        store.purge(now.minus(KEPT));
    }
}
