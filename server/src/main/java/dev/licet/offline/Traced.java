package dev.licet.offline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file with what is on record about whom it went to.
 *
 * @param deviceName what people call the device
 * @param withdrawal deviceReleased or seatFreed, when that has cost it its worth
 */
record Traced(
        FileRecord file,
        @Nullable String deviceName,
        @Nullable String withdrawal,
        @Nullable Instant licenseRevokedAt,
        @Nullable Instant licenseSuspendedAt,
        @Nullable Person customer) {

    /** Whom the licence was issued to. */
    record Person(String id, String name, @Nullable String email) {}

    /** Whether it counts at a moment, and if not, why. */
    String state(Instant now) {
        if (file.revokedAt() != null || licenseRevokedAt != null) {
            return "revoked";
        } else if (licenseSuspendedAt != null) {
            return "suspended";
        } else if (withdrawal != null) {
            return withdrawal;
        }
        return now.isBefore(file.expiresAt()) ? "active" : "expired";
    }
}
