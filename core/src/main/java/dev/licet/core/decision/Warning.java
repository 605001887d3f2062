package dev.licet.core.decision;

import dev.licet.core.release.Upgrade;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a user should hear although the answer is yes.
 *
 * @param code what it is
 * @param level how urgent
 * @param detail one sentence for a person
 * @param daysLeft days until it gets worse, a begun day counting as one; null when there is no such date
 * @param upgrade the way out, when it is about the version of the program
 */
public record Warning(
        Code code,
        Level level,
        String detail,
        @Nullable Integer daysLeft,
        @Nullable Upgrade upgrade) {

    /** A warning that is not about the version of the program. */
    public Warning(Code code, Level level, String detail, @Nullable Integer daysLeft) {
        this(code, level, detail, daysLeft, null);
    }

    /** What is warned of. */
    public enum Code {
        /** The term ends soon. */
        EXPIRES_SOON,
        /** The term is over, the grace runs. */
        IN_GRACE,
        /** The term is over, the features of the fallback plan remain. */
        FALLBACK,
        /** The term is over, the licence goes on all the same. */
        TERM_ENDED,
        /** More devices are active than the limit says; the overage carries it. */
        DEVICES_OVER_LIMIT,
        /** More users are assigned than the limit says; the overage carries it. */
        USERS_OVER_LIMIT,
        /** As much of a metered feature is used as its soft limit says. */
        USAGE_OVER_SOFT_LIMIT,
        /** More of a metered feature is used than its limit says; the overage carries it. */
        USAGE_OVER_LIMIT,
        /** The term has not begun: nothing has started it yet. */
        NOT_BEGUN,
        /** The life of this version ends. */
        END_OF_LIFE,
        /** What is released after the end of the maintenance will not be included. */
        MAINTENANCE_ENDS_SOON
    }

    /** How urgent. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** Something should be done in the next days. */
        WARNING,
        /** Something should be done today. */
        CRITICAL
    }

    static int daysBetween(Instant from, Instant to) {
        Duration left = Duration.between(from, to);
        boolean begun = left.compareTo(Duration.ofDays(left.toDays())) > 0;
        return Math.toIntExact(left.toDays() + (begun ? 1 : 0));
    }
}
