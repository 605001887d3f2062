package dev.licet.licensing;

import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.id.TypeId;
import dev.licet.core.version.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Floating seats that somebody holds, or held.
 *
 * @param pool what they are counted in: the code of a feature, or empty for the seats of the licence
 * @param feature the code of the feature they are for; null for the licence
 * @param expiresAt their end, excluded, unless they were given or taken back before
 * @param freeAt until when they stay taken
 * @param borrowed whether they are kept without renewals
 */
record LeaseRecord(
        UUID id,
        UUID licenseId,
        String pool,
        @Nullable String feature,
        Holder holder,
        int quantity,
        Instant takenAt,
        Instant renewedAt,
        Instant expiresAt,
        Instant freeAt,
        boolean borrowed,
        @Nullable Instant endedAt,
        @Nullable String endReason) {
    static final String PREFIX = "lease";

    /**
     * Who holds them.
     *
     * @param process tells this program from others on the device
     * @param version of the program
     */
    record Holder(
            @Nullable String process,
            @Nullable Device device,
            @Nullable String deviceName,
            @Nullable String user,
            @Nullable String version) {
        /** What the holder told of itself, asked again. */
        Question question(@Nullable String feature) {
            return new Question(
                    null,
                    device,
                    user,
                    version == null ? null : Version.parse(version),
                    feature == null ? List.of() : List.of(feature));
        }

        @Nullable String fingerprint() {
            return device == null ? null : device.fingerprint();
        }
    }

    boolean heldAt(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    /** The same until later. */
    LeaseRecord until(Instant end, Instant free, boolean borrowed, Instant now) {
        return new LeaseRecord(
                id, licenseId, pool, feature, holder, quantity, takenAt, now, end, free, borrowed, null, null);
    }

    String typeId() {
        return new TypeId(PREFIX, id).toString();
    }
}
