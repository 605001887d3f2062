package dev.licet.core.meter;

import dev.licet.core.policy.FeatureValue;
import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A period in which a meter counts, half-open. Periods are counted in whole multiples from their anchor, by the calendar of UTC: of
 * months from 31 January the second begins on the last of February and the third on 31 March.
 *
 * @param start included; 1970-01-01T00:00:00Z for a meter that never begins anew
 * @param end excluded; null when it has none in the years up to 9999
 */
@SuppressWarnings("JavaPeriodGetDays") // The months are counted beside them.
public record Period(Instant start, @Nullable Instant end) {
    /** The one period of a meter that never begins anew. */
    public static final Period FOREVER = new Period(Instant.EPOCH, null);

    private static final Instant MONDAY = Instant.parse("1969-12-29T00:00:00Z");
    private static final double MONTH = Duration.ofDays(146_097).toSeconds() / 4800.0;

    /**
     * The period that contains an instant; for one before the licence's start, the first.
     *
     * @param grant whose period and anchor count
     * @param since the start of the licence
     */
    public static Period at(FeatureValue.Metered grant, Instant since, Instant at) {
        Span span = grant.period();
        if (span == null) {
            return FOREVER;
        }
        Instant anchor = anchor(grant, since);
        boolean early = grant.anchor() == FeatureValue.Anchor.LICENSE && at.isBefore(since);
        return number(anchor, span, early ? 0 : index(anchor, span, at));
    }

    /** Whether it contains an instant. */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && (end == null || at.isBefore(end));
    }

    /** Whether it is over. */
    public boolean isOver(Instant now) {
        return end != null && !now.isBefore(end);
    }

    /** Whether the two have an instant in common. */
    public boolean overlaps(Period other) {
        return (end == null || other.start.isBefore(end)) && (other.end == null || start.isBefore(other.end));
    }

    /** The period that ends where this one begins; null when the licence had not started by its end. */
    @Nullable Period before(FeatureValue.Metered grant, Instant since) {
        Span span = grant.period();
        if (span == null || !start.isAfter(since)) {
            return null;
        }
        Instant anchor = anchor(grant, since);
        return number(anchor, span, index(anchor, span, start) - 1);
    }

    private static Instant anchor(FeatureValue.Metered grant, Instant since) {
        if (grant.anchor() == FeatureValue.Anchor.LICENSE) {
            return since;
        }
        Span span = grant.period();
        boolean weeks = span != null
                && span.duration().isZero()
                && span.period().toTotalMonths() == 0
                && span.period().getDays() % 7 == 0;
        return weeks ? MONDAY : Instant.EPOCH;
    }

    private static Period number(Instant anchor, Span span, long index) {
        Instant end = start(anchor, span, index + 1);
        return new Period(start(anchor, span, index), end.isBefore(Instants.END) ? end : null);
    }

    /** Guessed by the average length of a month, which is never off by more than a few days, and then put right. */
    private static long index(Instant anchor, Span span, Instant at) {
        double length = span.period().toTotalMonths() * MONTH
                + span.period().getDays() * 86_400.0
                + span.duration().toMillis() / 1000.0;
        long index = (long) Math.floor(Duration.between(anchor, at).toSeconds() / length);
        while (start(anchor, span, index).isAfter(at)) {
            index--;
        }
        while (!start(anchor, span, index + 1).isAfter(at)) {
            index++;
        }
        return index;
    }

    private static Instant start(Instant anchor, Span span, long index) {
        return anchor.atOffset(ZoneOffset.UTC)
                .plusMonths(span.period().toTotalMonths() * index)
                .plusDays(span.period().getDays() * index)
                .toInstant()
                .plus(span.duration().multipliedBy(index));
    }
}
