package dev.licet.core.meter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a meter stands in a period.
 *
 * @param aggregation how its events make its number
 * @param period the period it is about
 * @param used units used
 * @param limit units there are, with what was topped up and what may be carried over; null for no end
 * @param softLimit from how many units on the use is flagged; null for never
 * @param remaining units that would still be taken, overage and the pool's credits considered; null for no end
 * @param carriedOver units of earlier periods, used or not, that are part of the limit
 * @param credit units topped up, part of the limit too
 * @param pool the pool that pays; null for none
 */
public record Balance(
        Aggregation aggregation,
        Period period,
        BigDecimal used,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal softLimit,
        @Nullable BigDecimal remaining,
        BigDecimal carriedOver,
        BigDecimal credit,
        @Nullable String pool) {

    /** Whether nothing more would be taken. A maximum or a count of different values can go on at its limit. */
    public boolean usedUp() {
        return aggregation.consumes() && remaining != null && remaining.signum() <= 0;
    }

    /** Whether it is flagged: as much as the soft limit is used. */
    public boolean soft() {
        return softLimit != null && used.compareTo(softLimit) >= 0;
    }

    /** Whether as much as the limit is used. */
    public boolean reached() {
        return limit != null && used.compareTo(limit) >= 0;
    }

    /** Whether more than the limit is used. */
    public boolean over() {
        return limit != null && used.compareTo(limit) > 0;
    }

    /** Whether there is, or was, anything to use. */
    public boolean granted() {
        return limit == null || limit.signum() > 0;
    }
}
