package dev.licet.metering;

import dev.licet.core.time.Span;
import dev.licet.platform.Caller;
import dev.licet.platform.DueWork;
import dev.licet.platform.Events;
import dev.licet.platform.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the month's room for usage events ahead of time, and takes away what is older than the retention. */
@Component
@Order(1)
class Partitions implements DueWork {
    private static final Span AHEAD = Span.parse("P1M");

    private final PartitionStore store;
    private final Events events;
    private final Settings settings;
    private final TransactionTemplate transaction;

    Partitions(PartitionStore store, Events events, Settings settings, TransactionTemplate transaction) {
        this.store = store;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void run(Instant now) {
        transaction.executeWithoutResult(status -> {
            store.make(now);
            store.make(AHEAD.addTo(now));
        });
        transaction.executeWithoutResult(
                status -> drop(settings.usage().retention().subtractFrom(now)));
    }

    private void drop(Instant before) {
        List<String> dropped = store.drop(before);
        if (!dropped.isEmpty()) {
            events.record(
                    Caller.system("due-work"), "usage.events_dropped", "usage", null, null, Map.of("months", dropped));
        }
    }
}
