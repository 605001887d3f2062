package dev.licet.licensing;

import dev.licet.core.decision.Standing;
import dev.licet.core.decision.State;
import dev.licet.core.time.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A turn that the life of a licence takes by time alone, in the order in which they come. Each is told once for each end. */
enum Turn {
    EXPIRING("license.expiring"),
    GRACE("license.grace_started"),
    FALLBACK("license.fell_back"),
    EXPIRED("license.expired");

    private final String event;

    Turn(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }

    /** Where the licence has arrived; null before the first turn, and while something else than time decides. */
    static @Nullable Turn of(License license, Instant now) {
        return switch (license.standing(now).state()) {
            case EXPIRING -> EXPIRING;
            case TRIAL -> isWarned(license, now) ? EXPIRING : null;
            case GRACE -> GRACE;
            case FALLBACK -> FALLBACK;
            case EXPIRED -> EXPIRED;
            case PENDING, ACTIVE, SUSPENDED, REVOKED -> null;
        };
    }

    /** When the next turn may come if nothing else happens until then; null for never. */
    static @Nullable Instant next(License license, Instant now) {
        Standing standing = license.standing(now);
        if (standing.state() == State.REVOKED || standing.state() == State.SUSPENDED) {
            return null;
        }
        return Stream.of(
                        license.contract().term().startsAt(),
                        warning(license),
                        standing.expiresAt(),
                        standing.graceUntil())
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isWarned(License license, Instant now) {
        Instant from = warning(license);
        return from != null && !now.isBefore(from);
    }

    private static @Nullable Instant warning(License license) {
        Instant end = license.contract().term().expiresAt();
        List<Span> steps = license.policy().warnBefore();
        return end == null || steps.isEmpty() ? null : steps.getFirst().subtractFrom(end);
    }
}
