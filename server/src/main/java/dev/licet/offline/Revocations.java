package dev.licet.offline;

import dev.licet.core.file.RevocationList;
import dev.licet.core.file.RevocationList.Reason;
import dev.licet.core.token.Ed25519;
import dev.licet.platform.Settings;
import dev.licet.signing.Signer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The signed lists of what was taken back, kept in memory. Whether anything changed is looked up once a second at most, however many
 * ask; signed anew it is when something did, when the key did, or when half of its time is over.
 */
@Component
class Revocations {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final Duration RENEWED_AFTER = Duration.ofHours(12);

    private final RevocationStore store;
    private final Signer signer;
    private final Settings settings;
    private final InstantSource time;
    private final Map<UUID, Shelf> shelves = new ConcurrentHashMap<>();

    Revocations(RevocationStore store, Signer signer, Settings settings, InstantSource time) {
        this.store = store;
        this.signer = signer;
        this.settings = settings;
        this.time = time;
    }

    /** The list of a product as it is now, or was a second ago. */
    String of(UUID id, String code) {
        Instant now = time.instant();
        Shelf shelf = shelves.computeIfAbsent(id, each -> new Shelf());
        Kept kept = shelf.kept;
        if (kept != null && kept.isFresh(now)) {
            return kept.text;
        }
        shelf.lock.lock();
        try {
            kept = shelf.kept;
            if (kept == null || !kept.isFresh(now)) {
                kept = look(kept, id, code, now);
                shelf.kept = kept;
            }
            return kept.text;
        } finally {
            shelf.lock.unlock();
        }
    }

    private Kept look(@Nullable Kept before, UUID id, String code, Instant now) {
        Map<String, Reason> licenses = store.licenses(id, now);
        Map<String, Reason> files = store.files(id, now);
        String kid = signer.kid();
        if (before != null && before.says(licenses, files) && before.isYoung(now) && before.kid.equals(kid)) {
            return new Kept(before.list, before.text, kid, now);
        }
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        RevocationList list = new RevocationList(
                settings.publicUrl().toString(),
                code,
                issued,
                issued.plus(RENEWED_AFTER),
                issued.plus(GOOD_FOR),
                licenses,
                files);
        String text = list.write(signer.signatories(List.of(Ed25519.ALGORITHM), list.expiresAt()));
        return new Kept(list, text, kid, now);
    }

    private static final class Shelf {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Kept kept;
    }

    /**
     * A list that was signed.
     *
     * @param kid with which key: one that is not current any more may have been removed
     * @param lookedAt when it was known last that it says what is on record
     */
    private record Kept(RevocationList list, String text, String kid, Instant lookedAt) {
        boolean isFresh(Instant now) {
            return !now.isBefore(lookedAt) && now.isBefore(lookedAt.plus(LOOK_AGAIN));
        }

        boolean isYoung(Instant now) {
            return !now.isBefore(list.issuedAt()) && now.isBefore(list.nextUpdate());
        }

        boolean says(Map<String, Reason> licenses, Map<String, Reason> files) {
            return list.licenses().equals(licenses) && list.files().equals(files);
        }
    }
}
