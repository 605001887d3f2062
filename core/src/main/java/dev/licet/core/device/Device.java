package dev.licet.core.device;

import java.util.Map;
import java.util.TreeMap;

/**
 * A device as it describes itself.
 *
 * @param fingerprint what identifies it as a whole, 1 to 255 characters; made by the SDK, or by the program itself
 * @param components hashes of its parts by name, such as {@code cpu} and {@code disk}, by which it is recognised when some of them
 *     have changed; may be empty
 */
public record Device(String fingerprint, Map<String, String> components) {
    public Device {
        components = Map.copyOf(new TreeMap<>(components));
    }
}
