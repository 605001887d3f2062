package dev.licet.core.lease;

import dev.licet.core.time.Span;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who wants floating seats.
 *
 * @param feature the code of the feature they are for; null for the licence as a whole
 * @param quantity how many at once, 1 and up; all or none
 * @param ttl how long they last without a renewal, if less than the policy says; null for as long as that
 * @param borrow for how long they are kept without renewals; null for seats that are renewed
 */
public record SeatRequest(
        @Nullable String feature,
        int quantity,
        @Nullable Span ttl,
        @Nullable Span borrow) {
    /** One seat of the licence for as long as the policy says. */
    public static final SeatRequest ONE = new SeatRequest(null, 1, null, null);
}
