package dev.licet.core.meter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What became of an event. */
public sealed interface UsageOutcome {
    /**
     * It counts.
     *
     * @param account what it was counted for
     * @param units what it added: none when a maximum is not surpassed or a value is not new
     * @param flag what it should be flagged with; null for nothing
     */
    record Accepted(
            Ledger.Account account,
            BigDecimal units,
            @Nullable Flag flag) implements UsageOutcome {}

    /** It does not count. It may be sent again when the reason is gone. */
    record Refused(Reason reason) implements UsageOutcome {}

    /** What an event is flagged with although it counts. The names are part of the HTTP contract. */
    enum Flag {
        /** As much as the soft limit is used. */
        USAGE_OVER_SOFT_LIMIT,
        /** More than the limit is used. */
        USAGE_OVER_LIMIT
    }

    /** Why an event does not count. The names are part of the HTTP contract; where validation has the reason too, it has the same name. */
    enum Reason {
        /** It is dated too far back. */
        EVENT_TOO_OLD,
        /** It is dated ahead. */
        EVENT_IN_FUTURE,
        /** The licence was taken back by then. */
        REVOKED,
        /** The licence was stopped at that time. */
        SUSPENDED,
        /** The licence had not started by then. */
        NOT_STARTED,
        /** The licence and its grace were over by then. */
        EXPIRED,
        /** The licence waits for the activation of a device. */
        DEVICE_NOT_ACTIVATED,
        /** The feature, or the pool that would pay for it, is not in the licence. */
        FEATURE_NOT_INCLUDED,
        /** It lacks the dimension whose different values are counted. */
        DIMENSION_MISSING,
        /** It goes beyond what is left. */
        USAGE_EXCEEDED
    }
}
