package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A device as it is answered. */
@Schema(name = "Device")
public record DeviceView(
        String id,
        String fingerprint,
        @Nullable String name,
        @Nullable String platform,
        Map<String, String> components,
        @Nullable String version,
        @Nullable String user,
        Instant activatedAt,
        Instant heartbeatAt,
        Instant lastSeenAt,
        @Nullable Instant releasedAt,
        @Nullable String releaseReason) {

    static DeviceView of(DeviceRecord device) {
        return new DeviceView(
                device.typeId(),
                device.device().fingerprint(),
                device.name(),
                device.platform(),
                device.device().components(),
                device.version(),
                device.user(),
                device.activatedAt(),
                device.heartbeatAt(),
                device.seenAt(),
                device.releasedAt(),
                device.releaseReason());
    }
}
