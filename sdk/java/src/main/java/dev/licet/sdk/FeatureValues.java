package dev.licet.sdk;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the four types of features. */
final class FeatureValues {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private FeatureValues() {}

    static boolean included(@Nullable Object value) {
        if (value instanceof Boolean on) {
            return on;
        } else if (value instanceof BigDecimal number) {
            return number.signum() != 0;
        } else if (value instanceof Map<?, ?> metered) {
            return !(metered.get("limit") instanceof BigDecimal limit) || limit.signum() != 0;
        }
        return value instanceof String text && !text.isEmpty();
    }

    static OptionalLong limit(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return OptionalLong.of(number.min(MOST).longValue());
        } else if (value instanceof Map<?, ?> metered) {
            return metered.get("limit") instanceof BigDecimal limit ? limit(limit) : OptionalLong.of(Long.MAX_VALUE);
        }
        return OptionalLong.empty();
    }
}
