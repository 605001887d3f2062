package dev.licet.licensing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seat with who holds it, and since when it has not been used.
 *
 * @param name of the user, when the customer knows one with this address
 * @param department the code of that user's department
 * @param lastUsedAt when a program last ran for the user, or a device of the user last reported; null for never
 */
record SeatUse(
        Seat seat,
        @Nullable String name,
        @Nullable String department,
        @Nullable Instant lastUsedAt) {}
