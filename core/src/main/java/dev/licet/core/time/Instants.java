package dev.licet.core.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Points in time as the contract writes them: RFC 3339, to the microsecond, in the years 1970 to 9999. */
public final class Instants {
    /** The first instant that is out of range: the start of the year 10000. */
    public static final Instant END = Instant.ofEpochSecond(253402300800L);

    private Instants() {}

    /**
     * Reads a time, with Z or with an offset; what is finer than a microsecond is cut off.
     *
     * @throws java.time.DateTimeException when the text is no time
     * @throws IllegalArgumentException when the time is out of range
     */
    public static Instant parse(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("A time lies in the years 1970 to 9999.");
        }
        return instant;
    }
}
