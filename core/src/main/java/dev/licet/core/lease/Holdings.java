package dev.licet.core.lease;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about the seats of one pool when somebody asks for some. What is over by then does not count.
 *
 * @param used how many are taken, those included that a licence lets linger
 * @param own what the one who asks holds of them already; null for nothing
 */
public record Holdings(int used, @Nullable Own own) {
    /** Nothing is taken. */
    public static final Holdings NONE = new Holdings(0, null);

    /**
     * Seats that the one who asks holds.
     *
     * @param id of the lease
     * @param quantity how many they are
     * @param rank how many are taken as long as these, themselves included: 1 for a single seat that was taken first
     * @param expiresAt their end, excluded
     * @param borrowed whether they are kept without renewals
     */
    public record Own(String id, int quantity, int rank, Instant expiresAt, boolean borrowed) {}
}
