package dev.licet.platform.clock;

import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves the clock and does what fell due by it, before anybody is told. */
@Component
final class ClockMoves {
    private final TransactionTemplate transaction;
    private final Events events;
    private final DueWorks due;

    ClockMoves(TransactionTemplate transaction, Events events, DueWorks due) {
        this.transaction = transaction;
        this.events = events;
        this.due = due;
    }

    void move(SandboxClock clock, Instant target, Caller caller) {
        change(clock, caller, "clock.moved", () -> clock.moveTo(target));
    }

    void reset(SandboxClock clock, Caller caller) {
        change(clock, caller, "clock.reset", clock::reset);
    }

    private void change(SandboxClock clock, Caller caller, String type, Runnable move) {
        transaction.executeWithoutResult(status -> {
            Map<String, Object> before = Map.of("now", clock.instant());
            move.run();
            events.record(caller, type, "clock", null, before, Map.of("now", clock.instant()));
        });
        due.run();
    }
}
