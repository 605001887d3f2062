package dev.licet.signing;

import dev.licet.core.time.Span;
import dev.licet.platform.Caller;
import dev.licet.platform.DueWork;
import dev.licet.platform.Events;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The life of signing keys: announced for a while, so that programs know them before they sign; current; retired, and published until
 * nothing that they signed is good any more; or removed, when somebody else may have them.
 */
@Service
class SigningKeys implements DueWork {
    private final SigningKeyStore store;
    private final RootKeyStore roots;
    private final KeyStatements statements;
    private final KeyRing ring;
    private final Events events;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    SigningKeys(
            SigningKeyStore store,
            RootKeyStore roots,
            KeyStatements statements,
            KeyRing ring,
            Events events,
            TransactionTemplate transaction,
            InstantSource time) {
        this.store = store;
        this.roots = roots;
        this.statements = statements;
        this.ring = ring;
        this.events = events;
        this.transaction = transaction;
        this.time = time;
        roots.current(time.instant());
    }

    List<KeyRow> all() {
        return store.rows();
    }

    List<RootKeyStore.Row> allRoots() {
        return roots.rows();
    }

    /** A new key, which signs after the overlap. */
    @Transactional
    KeyRow announce(Caller by, String algorithm, Span overlap) {
        store.hold();
        if (store.rows().stream().anyMatch(row -> is(row, algorithm, KeyRow.ANNOUNCED))) {
            throw Problem.conflict(
                    "ROTATION_UNDER_WAY",
                    "A key for " + algorithm + " is announced already: wait until it signs, or remove it.");
        }
        Instant now = time.instant();
        SigningKey key = SigningKey.make(algorithm);
        store.announce(key, now, overlap.addTo(now));
        record(by, "signing_key.announced", null, row(key.kid()));
        if (overlap.isZero()) {
            activate(by, row(key.kid()), now);
        }
        changed();
        return row(key.kid());
    }

    /** Takes a key out of everything that is published, for good; when it was the one that signs, another signs at once. */
    @Transactional
    KeyRow remove(Caller by, String kid, @Nullable String reason) {
        store.hold();
        KeyRow key = row(kid);
        if (key.status().equals(KeyRow.REMOVED)) {
            return key;
        }
        Instant now = time.instant();
        store.remove(kid, reason, now);
        record(by, "signing_key.removed", reason, row(kid));
        if (key.status().equals(KeyRow.CURRENT)) {
            activate(by, successor(by, key.algorithm(), now), now);
        }
        changed();
        return row(kid);
    }

    /** Puts a new root in the place of the current one, which says so. */
    @Transactional
    RootKeyStore.Row replaceRoot(Caller by) {
        store.hold();
        Instant now = time.instant();
        SigningKey root = roots.current(now);
        SigningKey next = SigningKey.make();
        roots.replace(next, statements.succession(root, next, now), now);
        RootView view = RootView.of(roots.rows().getFirst());
        events.record(by, "signing_root.replaced", next.kid(), null, null, view);
        changed();
        return roots.rows().getFirst();
    }

    /** Activates what was announced for now. */
    @Override
    public void run(Instant now) {
        if (store.due(now).isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            store.hold();
            store.due(now).forEach(kid -> activate(Caller.system("due-work"), row(kid), now));
            changed();
        });
    }

    private KeyRow successor(Caller by, String algorithm, Instant now) {
        return store.rows().stream()
                .filter(row -> is(row, algorithm, KeyRow.ANNOUNCED))
                .findFirst()
                .orElseGet(() -> {
                    SigningKey key = SigningKey.make(algorithm);
                    store.announce(key, now, now);
                    record(by, "signing_key.announced", null, row(key.kid()));
                    return row(key.kid());
                });
    }

    private void activate(Caller by, KeyRow key, Instant now) {
        List<KeyRow> before = store.rows().stream()
                .filter(row -> is(row, key.algorithm(), KeyRow.CURRENT))
                .toList();
        store.activate(key, now);
        before.forEach(row -> record(by, "signing_key.retired", null, row(row.kid())));
        record(by, "signing_key.activated", null, row(key.kid()));
    }

    private void record(Caller by, String type, @Nullable String reason, KeyRow key) {
        events.record(by, type, key.kid(), reason, null, SigningKeyView.of(key));
    }

    private KeyRow row(String kid) {
        return store.rows().stream()
                .filter(row -> row.kid().equals(kid))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("signing key"));
    }

    /** The set has another number, by which nodes and programs know that it changed. */
    private void changed() {
        store.changed();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring.lookAgain();
            }
        });
    }

    private static boolean is(KeyRow row, String algorithm, String status) {
        return row.algorithm().equals(algorithm) && row.status().equals(status);
    }
}
