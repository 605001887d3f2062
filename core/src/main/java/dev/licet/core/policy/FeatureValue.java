package dev.licet.core.policy;

import dev.licet.core.time.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a plan or licence says about one feature. */
public sealed interface FeatureValue {
    /** Whether a program that asks for the feature is told yes. */
    boolean included();

    /** The value as JSON. */
    Object toJson();

    /** On or off. */
    record Switch(boolean included) implements FeatureValue {
        @Override
        public Object toJson() {
            return included;
        }
    }

    /** A number such as the greatest count of something; 0 means that the feature is not included. */
    record Amount(BigDecimal value) implements FeatureValue {
        @Override
        public boolean included() {
            return value.signum() != 0;
        }

        @Override
        public Object toJson() {
            return value;
        }
    }

    /** A text such as the level of support; an empty one means that the feature is not included. */
    record Text(String value) implements FeatureValue {
        @Override
        public boolean included() {
            return !value.isEmpty();
        }

        @Override
        public Object toJson() {
            return value;
        }
    }

    /**
     * Something that is counted.
     *
     * @param limit units per period; null for no end
     * @param period how long until the count begins anew; null for never
     * @param overage what happens to a unit beyond the limit
     * @param softLimit from how many units on the use is flagged; null for never
     * @param overageLimit where overage ends: no more units than this in a period; null for nowhere
     * @param anchor what the periods are counted from
     * @param rollover what becomes of units that were not used; null when they are lost
     * @param pool the code of the metered feature that holds the credits each unit is paid with; null for none
     * @param cost credits for each unit, more than 0
     */
    record Metered(
            @Nullable BigDecimal limit,
            @Nullable Span period,
            Beyond overage,
            @Nullable BigDecimal softLimit,
            @Nullable BigDecimal overageLimit,
            Anchor anchor,
            @Nullable Rollover rollover,
            @Nullable String pool,
            BigDecimal cost)
            implements FeatureValue {

        /** No more than a limit per period. */
        public Metered(@Nullable BigDecimal limit, @Nullable Span period, Beyond overage) {
            this(limit, period, overage, null, null, Anchor.LICENSE, null, null, BigDecimal.ONE);
        }

        /** Counted without a limit, for what is to be known and not to be bounded. */
        public static Metered unlimited() {
            return new Metered(null, null, Beyond.ALLOW);
        }

        /** The most units of one period, before anything is carried over or topped up; null for no end. */
        public @Nullable BigDecimal cap() {
            return overage == Beyond.ALLOW ? overageLimit : limit;
        }

        @Override
        public boolean included() {
            return limit == null || limit.signum() != 0;
        }

        @Override
        public Object toJson() {
            return MeteredJson.write(this);
        }
    }

    /** What the periods of a meter are counted from. */
    enum Anchor {
        /** From the start of the licence: a month that began on the 31st ends on the last day of a shorter one. */
        LICENSE,
        /** By the calendar of UTC: months begin on the first, weeks on Monday, days at midnight. */
        CALENDAR
    }

    /**
     * Units that were not used and may be used in later periods.
     *
     * @param limit how many a period may take from earlier ones; null for all
     * @param periods for how many periods they stay, 1 to 12
     */
    record Rollover(@Nullable BigDecimal limit, int periods) {}

    /** What happens to a unit beyond the limit. */
    enum Beyond {
        /** It is refused. */
        REFUSE,
        /** It is counted and flagged. */
        ALLOW
    }
}
