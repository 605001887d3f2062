package dev.licet.examples.notes;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as this program shows them: by the calendar of the computer it runs on. */
final class Dates {
    private static final DateTimeFormatter DAY = format("d MMMM uuuu");
    private static final DateTimeFormatter SHORT = format("uuuu-MM-dd");

    private Dates() {}

    /** {@code 3 May 2027}. */
    static String day(Instant at) {
        return DAY.format(at);
    }

    /** {@code 2027-05-03}. */
    static String column(Instant at) {
        return SHORT.format(at);
    }

    /** {@code 1 day}, {@code 6 days}. */
    static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneId.systemDefault());
    }
}
