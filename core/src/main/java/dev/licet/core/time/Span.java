package dev.licet.core.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time as ISO 8601 writes it: a calendar part (years, months, weeks, days) and a clock part, such as {@code P1Y},
 * {@code P30D}, {@code PT10M} or {@code P1DT12H}. Spans are counted in UTC, where a day always has 24 hours.
 *
 * @param period years, months and days, none negative
 * @param duration hours, minutes and seconds, not negative
 */
public record Span(Period period, Duration duration) implements Comparable<Span> {
    /** No time at all: {@code PT0S}. */
    public static final Span ZERO = new Span(Period.ZERO, Duration.ZERO);

    private static final Pattern FORM = Pattern.compile("P(?=.)((?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?)"
            + "(T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:[.,]\\d{1,9})?S)?)?");
    private static final String MEND = "Not an ISO 8601 span: give something like P30D or PT10M.";
    private static final long MAX_DAYS = 366 * 1000L;

    @SuppressWarnings("JavaPeriodGetDays") // The months are counted beside them.
    public Span {
        if (period.isNegative() || duration.isNegative()) {
            throw new IllegalArgumentException("A span is not negative.");
        }
        if (Math.max(0, period.toTotalMonths()) * 30 + period.getDays() + duration.toDays() > MAX_DAYS) {
            throw new IllegalArgumentException("A span is at most 1000 years long.");
        }
    }

    /**
     * Reads a span.
     *
     * @throws IllegalArgumentException when the text is no ISO 8601 span, is negative or is longer than 1000 years
     */
    public static Span parse(String text) {
        Matcher parts = FORM.matcher(text.length() <= 40 ? text : "");
        if (!parts.matches()) {
            throw new IllegalArgumentException(MEND);
        }
        String days = parts.group(1);
        String clock = parts.group(2);
        try {
            return new Span(
                    days.isEmpty() ? Period.ZERO : Period.parse("P" + days),
                    clock == null ? Duration.ZERO : Duration.parse("P" + clock));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(MEND, e);
        }
    }

    /** A span of clock time. */
    public static Span of(Duration duration) {
        return new Span(Period.ZERO, duration);
    }

    /** The instant this much later by the calendar of UTC, where a month after 31 January is the last of February; at most the year 9999. */
    public Instant addTo(Instant instant) {
        Instant sum =
                instant.atOffset(ZoneOffset.UTC).plus(period).plus(duration).toInstant();
        return sum.isBefore(Instants.END) ? sum : Instants.END.minusSeconds(1);
    }

    /** The instant this much earlier, by the calendar of UTC. */
    public Instant subtractFrom(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).minus(duration).minus(period).toInstant();
    }

    /** Whether it is no time at all. */
    public boolean isZero() {
        return period.isZero() && duration.isZero();
    }

    /** Compares by length as counted from 1 January 1970. */
    @Override
    public int compareTo(Span other) {
        return addTo(Instant.EPOCH).compareTo(other.addTo(Instant.EPOCH));
    }

    @Override
    public String toString() {
        if (duration.isZero()) {
            return period.isZero() ? "PT0S" : period.toString();
        }
        return (period.isZero() ? "P" : period.toString()) + duration.toString().substring(1);
    }
}
