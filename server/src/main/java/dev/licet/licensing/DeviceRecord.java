package dev.licet.licensing;

import dev.licet.core.device.Device;
import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that holds, or held, a place in a licence.
 *
 * @param heartbeatDue when its silence costs it the place; null for never
 * @param seenAt when it last reached the server
 * @param releasedAt since when it holds the place no more
 */
record DeviceRecord(
        UUID id,
        UUID licenseId,
        Device device,
        @Nullable String name,
        @Nullable String platform,
        @Nullable String version,
        @Nullable String user,
        int place,
        Instant activatedAt,
        Instant heartbeatAt,
        @Nullable Instant heartbeatDue,
        Instant seenAt,
        @Nullable Instant releasedAt,
        @Nullable String releaseReason) {
    static final String PREFIX = "dev";

    boolean activeAt(Instant now) {
        return releasedAt == null && (heartbeatDue == null || now.isBefore(heartbeatDue));
    }

    String typeId() {
        return new TypeId(PREFIX, id).toString();
    }
}
