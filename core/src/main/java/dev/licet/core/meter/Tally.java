package dev.licet.core.meter;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about one meter in one period.
 *
 * @param counted what its events make: their sum, number, maximum, or number of different values
 * @param adjusted what staff corrected, may be negative
 * @param credit units that were topped up, may be negative
 * @param carried how many of the used units were units of earlier periods
 * @param lent how many of its own units were used in later periods
 * @param told what has been told of it already
 */
public record Tally(
        BigDecimal counted,
        BigDecimal adjusted,
        BigDecimal credit,
        BigDecimal carried,
        BigDecimal lent,
        Set<Notice> told) {
    /** Nothing. */
    public static final Tally NONE =
            new Tally(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Set.of());

    public Tally {
        told = Set.copyOf(told);
    }

    /** What is told once in a period when it happens. */
    public enum Notice {
        /** As much as the soft limit is used. */
        SOFT_LIMIT_REACHED(1),
        /** As much as the limit is used, or something was refused for it. */
        LIMIT_REACHED(2),
        /** More than the limit is used. */
        OVER_LIMIT(4);

        private final int bit;

        Notice(int bit) {
            this.bit = bit;
        }

        /** Some of them in one number, as they are stored. */
        public static int bits(Set<Notice> notices) {
            return notices.stream().mapToInt(notice -> notice.bit).sum();
        }

        /** Those in a number. */
        public static Set<Notice> of(int bits) {
            EnumSet<Notice> notices = EnumSet.allOf(Notice.class);
            notices.removeIf(notice -> (bits & notice.bit) == 0);
            return notices;
        }
    }

    /** Units used. */
    public BigDecimal used() {
        return counted.add(adjusted);
    }

    /** The units of this period that nobody has used; less than 0 when more were used than there are. Null when they have no end. */
    @Nullable BigDecimal left(@Nullable BigDecimal limit) {
        return limit == null
                ? null
                : limit.add(credit).subtract(used().subtract(carried)).subtract(lent);
    }

    /** What a bound becomes by what was topped up, carried over and lent. */
    public BigDecimal bound(BigDecimal limit) {
        return limit.add(credit).add(carried).subtract(lent);
    }

    /** With more events counted, some of their units taken from earlier periods. */
    Tally more(BigDecimal units, BigDecimal fromEarlier) {
        return new Tally(counted.add(units), adjusted, credit, carried.add(fromEarlier), lent, told);
    }

    /** With units used in a later period. */
    Tally lend(BigDecimal units) {
        return new Tally(counted, adjusted, credit, carried, lent.add(units), told);
    }

    /** With another correction of what was used. */
    public Tally adjust(BigDecimal units) {
        return new Tally(counted, adjusted.add(units), credit, carried, lent, told);
    }

    /** With units topped up. */
    public Tally topUp(BigDecimal units) {
        return new Tally(counted, adjusted, credit.add(units), carried, lent, told);
    }

    Tally tell(Notice notice) {
        EnumSet<Notice> more = EnumSet.of(notice);
        more.addAll(told);
        return new Tally(counted, adjusted, credit, carried, lent, more);
    }
}
