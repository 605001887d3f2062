package dev.licet.core.device;

import dev.licet.core.policy.DeviceMatch;
import java.util.Map;

/** Tells whether a device is one that was seen before. */
public final class Likeness {
    /** Parts that stay with a machine for life weigh more than parts that get replaced. Every part not named here weighs 1. */
    private static final Map<String, Integer> WEIGHTS = Map.of("machineId", 3, "systemUuid", 3, "board", 2);

    private Likeness() {}

    /**
     * Whether the two are the same device.
     *
     * <p>Where both have components these decide, so that a copied fingerprint alone is not enough and a changed part not too much;
     * otherwise the fingerprints have to be equal. A component that one side lacks counts as changed.
     *
     * @param known the device as it was activated
     * @param seen the device as it is now
     * @param match how much must be as it was
     */
    public static boolean same(Device known, Device seen, DeviceMatch match) {
        if (known.components().isEmpty() || seen.components().isEmpty()) {
            return known.fingerprint().equals(seen.fingerprint());
        }
        int total = 0;
        int equal = 0;
        int weight = 0;
        for (Map.Entry<String, String> part : known.components().entrySet()) {
            total += weight(part.getKey());
            if (part.getValue().equals(seen.components().get(part.getKey()))) {
                equal++;
                weight += weight(part.getKey());
            }
        }
        return switch (match) {
            case ANY -> equal >= 1;
            case TWO -> equal >= Math.min(2, known.components().size());
            case MOST -> 2 * weight > total;
            case ALL -> equal == known.components().size();
        };
    }

    private static int weight(String component) {
        return WEIGHTS.getOrDefault(component, 1);
    }
}
