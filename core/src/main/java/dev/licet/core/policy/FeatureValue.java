package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import dev.licet.core.time.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan or licence says about one feature. */
public sealed interface FeatureValue {
    /** Whether a program that asks for the feature is told yes. */
    boolean included();

    /** The value as JSON. */
    Object toJson();

    /** On or off. */
    record Switch(boolean included) implements FeatureValue {
        @Override
        public Object toJson() {
            return included;
        }
    }

    /** A number such as the greatest count of something; 0 means that the feature is not included. */
    record Amount(BigDecimal value) implements FeatureValue {
        @Override
        public boolean included() {
            return value.signum() != 0;
        }

        @Override
        public Object toJson() {
            return value;
        }
    }

    /** A text such as the level of support; an empty one means that the feature is not included. */
    record Text(String value) implements FeatureValue {
        @Override
        public boolean included() {
            return !value.isEmpty();
        }

        @Override
        public Object toJson() {
            return value;
        }
    }

    /**
     * Something that is counted.
     *
     * @param limit units per period; null for no end
     * @param period how long until the count begins anew; null for never
     * @param overage what happens to a unit beyond the limit
     */
    record Metered(@Nullable BigDecimal limit, @Nullable Span period, Beyond overage) implements FeatureValue {
        @Override
        public boolean included() {
            return limit == null || limit.signum() != 0;
        }

        @Override
        public Object toJson() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("limit", limit);
            map.put("period", period == null ? null : period.toString());
            map.put("overage", Fields.camelCase(overage));
            return map;
        }
    }

    /** What happens to a unit beyond the limit. */
    enum Beyond {
        /** It is refused. */
        REFUSE,
        /** It is counted and flagged. */
        ALLOW
    }
}
