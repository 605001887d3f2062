package dev.licet.licensing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named user's seat in a licence.
 *
 * @param place 1 and up
 */
record Seat(UUID id, UUID licenseId, String email, @Nullable UUID userId, int place, Instant assignedAt) {}
