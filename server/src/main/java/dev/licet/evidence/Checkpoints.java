package dev.licet.evidence;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.DueWork;
import dev.licet.platform.LogSection;
import dev.licet.signing.Signer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Seals the logs section by section, aside from whatever writes them: a digest of the rows since the last checkpoint, chained and
 * signed. Ids sort by the machine's own time, so a section ends where no running transaction can put a row before its end any more.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Checkpoints implements DueWork {
    static final UUID BEGINNING = new UUID(0, 0);
    /** By how much the clocks of nodes and database may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final long ROWS = 10_000;
    private static final Map<String, Object> HEADER = Map.of("typ", "log-checkpoint+jwt");

    private final CheckpointStore store;
    private final Logs logs;
    private final Signer signer;
    private final InstantSource time;

    Checkpoints(CheckpointStore store, Logs logs, Signer signer, InstantSource time) {
        this.store = store;
        this.logs = logs;
        this.signer = signer;
        this.time = time;
    }

    @Override
    public void run(Instant now) {
        long quiet = Math.min(store.quietSinceMillis(), millis(Uuid7.next())) - SKEW.toMillis();
        UUID end = new UUID(quiet << 16, 0);
        for (String log : Logs.ALL) {
            UUID last = store.last(log).map(Checkpoint::lastId).orElse(BEGINNING);
            if (quiet - millis(last) >= EVERY.toMillis()) {
                seal(log, end);
            }
        }
    }

    /** Seals every row of a log up to an id that has no checkpoint yet. */
    void seal(String log, UUID end) {
        Checkpoint made = null;
        do {
            made = sealNext(log, end);
        } while (made != null && made.rows() == ROWS);
    }

    private @Nullable Checkpoint sealNext(String log, UUID end) {
        Checkpoint before = store.last(log).orElse(null);
        UUID after = before == null ? BEGINNING : before.lastId();
        String previous = before == null ? "" : before.sha256();
        LogSection section = logs.section(log, after, end, previous, ROWS);
        UUID last = section.last();
        if (last == null) {
            return null;
        }
        long seq = before == null ? 1 : before.seq() + 1;
        Instant now = time.instant();
        Checkpoint draft = new Checkpoint(log, seq, now, after, last, section.rows(), previous, section.sha256(), "");
        Checkpoint checkpoint = draft.signed(signer.sign(HEADER, claims(draft)));
        store.insert(checkpoint);
        return checkpoint;
    }

    /** What a checkpoint's token says. */
    static Map<String, Object> claims(Checkpoint checkpoint) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("log", checkpoint.log());
        claims.put("seq", checkpoint.seq());
        claims.put("iat", checkpoint.madeAt().getEpochSecond());
        claims.put("after", checkpoint.afterId().toString());
        claims.put("last", checkpoint.lastId().toString());
        claims.put("rows", checkpoint.rows());
        claims.put("previous", checkpoint.previous());
        claims.put("sha256", checkpoint.sha256());
        return claims;
    }

    private static long millis(UUID uuid7) {
        return uuid7.getMostSignificantBits() >>> 16;
    }
}
