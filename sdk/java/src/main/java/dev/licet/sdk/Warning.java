package dev.licet.sdk;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something a user should hear although the program may run.
 *
 * @param code {@code EXPIRES_SOON}, {@code IN_GRACE}, {@code FALLBACK} and others of the server's, or {@link #UNREACHABLE},
 *     {@link #NOT_KEPT}; a text, since new ones come
 * @param level how urgent
 * @param detail one sentence for a person
 * @param daysLeft days until it gets worse, a begun day counting as one; empty when there is no such date
 * @param upgrade the way out, when it is about the version of the program, as {@link #END_OF_LIFE} is
 */
public record Warning(String code, Level level, String detail, OptionalInt daysLeft, Optional<Upgrade> upgrade) {

    /** This version of the program comes to its end; {@code upgrade} says where to go. */
    public static final String END_OF_LIFE = "END_OF_LIFE";

    /** Versions that are released after the days left will not be included in the licence. */
    public static final String MAINTENANCE_ENDS_SOON = "MAINTENANCE_ENDS_SOON";

    /** The server can't be reached; the answer is the last one, which is good until the days left are over. */
    public static final String UNREACHABLE = "SERVER_UNREACHABLE";

    /** The answer can't be kept in the store, so that the next start needs the server. */
    public static final String NOT_KEPT = "STATE_NOT_KEPT";

    /** The list of what was taken back has ended: bring a new one. What it said stands. */
    public static final String REVOCATIONS_STALE = "REVOCATIONS_STALE";

    /** A warning that is not about the version of the program. */
    public Warning(String code, Level level, String detail, OptionalInt daysLeft) {
        this(code, level, detail, daysLeft, Optional.empty());
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
}
