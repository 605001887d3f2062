package dev.licet.signing;

import dev.licet.core.token.Signatory;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The keys that sign now, in memory. They are made at the first start. Whether there are others is looked up once a second at most, so
 * that every node signs with a new key within a second of its activation.
 */
@Component
class KeyRing {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SigningKeyStore store;
    private final Ed25519 ed25519;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Ring ring;

    KeyRing(SigningKeyStore store, Ed25519 ed25519, InstantSource clock) {
        this.store = store;
        this.ed25519 = ed25519;
        for (String algorithm : SigningKeyStore.ALGORITHMS) {
            if (store.current(algorithm).isEmpty()) {
                store.addCurrent(SigningKey.make(algorithm), clock.instant());
            }
        }
        ring = load(store.sequence());
    }

    /** @param lookedAt by the machine's own clock, which nobody moves */
    private record Ring(long sequence, Map<String, Signatory> keys, long lookedAt) {}

    Signatory current(String algorithm) {
        Ring held = ring;
        if (System.nanoTime() - held.lookedAt >= SECOND && looking.tryLock()) {
            try {
                long sequence = store.sequence();
                held = sequence == held.sequence ? new Ring(sequence, held.keys, System.nanoTime()) : load(sequence);
                ring = held;
            } finally {
                looking.unlock();
            }
        }
        return Objects.requireNonNull(held.keys.get(algorithm), algorithm);
    }

    /** The next signature looks for new keys. */
    void lookAgain() {
        Ring held = ring;
        ring = new Ring(held.sequence, held.keys, System.nanoTime() - SECOND);
    }

    private Ring load(long sequence) {
        Map<String, Signatory> keys = new HashMap<>();
        for (String algorithm : SigningKeyStore.ALGORITHMS) {
            keys.put(algorithm, signatory(store.current(algorithm).orElseThrow()));
        }
        return new Ring(sequence, keys, System.nanoTime());
    }

    private Signatory signatory(SigningKey key) {
        if (key.algorithm().equals(SigningKey.ALGORITHM)) {
            PrivateKey classic = ed25519.privateKey(key.privateKey());
            return new Signatory(key.algorithm(), key.kid(), message -> ed25519.sign(classic, message));
        }
        PrivateKey quantum = MlDsa.privateKey(key.privateKey());
        return new Signatory(key.algorithm(), key.kid(), message -> MlDsa.sign(quantum, message));
    }
}
