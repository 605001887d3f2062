package dev.licet.core.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature that is granted.
 *
 * @param value what is granted
 * @param expiresAt the end of this grant, excluded, when the feature ends before the licence does
 */
public record FeatureGrant(FeatureValue value, @Nullable Instant expiresAt) {
    /** Whether the grant has not ended yet. */
    public boolean runsAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    Object toJson() {
        if (expiresAt == null) {
            return value.toJson();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", value.toJson());
        map.put("expiresAt", expiresAt.toString());
        return map;
    }
}
