package dev.licet.signing;

import dev.licet.core.time.Instants;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Until when something that a key signed may be good, on record before the signature is out: a retired key is published for as long. To
 * the day, so that it is written once a day and not with each signature.
 */
@Component
class Horizons {
    private final SigningKeyStore store;
    private final Map<String, Instant> onRecord = new ConcurrentHashMap<>();

    Horizons(SigningKeyStore store) {
        this.store = store;
    }

    /** @param until the end of what is being signed; null for none */
    void cover(String kid, @Nullable Instant until) {
        Instant day = until == null
                ? Instants.END
                : until.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        if (!day.isAfter(onRecord.getOrDefault(kid, Instant.MIN))) {
            return;
        }
        store.addHorizon(kid, day);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    remember(kid, day);
                }
            });
        } else {
            remember(kid, day);
        }
    }

    private void remember(String kid, Instant day) {
        onRecord.merge(kid, day, (a, b) -> a.isAfter(b) ? a : b);
    }
}
