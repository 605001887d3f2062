package dev.licet.licensing;

import dev.licet.core.device.Device;
import dev.licet.platform.Checks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device as a program describes it.
 *
 * @param fingerprint identifies it as a whole; a hash, never a serial number in the clear
 * @param components hashes of its parts by name
 */
public record DeviceRequest(
        @Nullable String fingerprint,
        @Nullable String name,
        @Nullable String platform,
        @Nullable Map<String, @Nullable String> components) {

    void check(Checks checks) {
        checks.text("/device/fingerprint", fingerprint, 1, 255)
                .text("/device/name", name, 0, 200)
                .text("/device/platform", platform, 0, 100);
        if (components != null) {
            checks.that("/device/components", components.size() <= 32, "must have at most 32 entries");
            components.forEach((part, hash) -> checks.that(
                    "/device/components/" + Checks.escape(part),
                    !part.isBlank() && part.length() <= 64 && hash != null && !hash.isEmpty() && hash.length() <= 255,
                    "must be a text of 1 to 255 characters under a name of 1 to 64"));
        }
    }

    /** Only after {@link #check}. */
    Device device() {
        Map<String, String> parts = new java.util.TreeMap<>();
        if (components != null) {
            components.forEach((part, hash) -> parts.put(part, String.valueOf(hash)));
        }
        return new Device(String.valueOf(fingerprint), parts);
    }
}
