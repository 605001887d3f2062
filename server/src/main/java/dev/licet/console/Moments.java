package dev.licet.console;

import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Days and moments as browsers send them, in UTC. */
final class Moments {
    private Moments() {}

    /** A moment such as {@code 2027-01-31T12:00}; null when there is none. What is wrong is noted. */
    static @Nullable Instant parse(Checks checks, String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            String typed = text.strip();
            return bounded(
                    typed.endsWith("Z")
                            ? Instants.parse(typed)
                            : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | IllegalArgumentException e) {
            checks.that(field, false, "must be a day and a time in the years 1970 to 9998");
            return null;
        }
    }

    /** The begin of a day. */
    static @Nullable Instant from(Checks checks, String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return bounded(LocalDate.parse(text.strip()).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | IllegalArgumentException e) {
            checks.that(field, false, "must be a day in the years 1970 to 9998");
            return null;
        }
    }

    /** The end of a day, so that what is good through it is good all that day. */
    static @Nullable Instant through(Checks checks, String field, String text) {
        Instant from = from(checks, field, text);
        return from == null ? null : from.plus(Duration.ofDays(1));
    }

    /** A span such as {@code P30D}; null when there is none. What is wrong is noted. */
    static @Nullable Span span(Checks checks, String field, String text) {
        try {
            return text.isBlank() ? null : Span.parse(text.strip());
        } catch (IllegalArgumentException e) {
            checks.that(field, false, "must be a span such as P30D, P1M or P1Y");
            return null;
        }
    }

    private static Instant bounded(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1970 || year > 9998) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }
}
