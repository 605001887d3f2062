package dev.licet.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
final class Dates {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Dates() {}

    static String exact(Instant instant) {
        return EXACT.format(instant);
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }
}
