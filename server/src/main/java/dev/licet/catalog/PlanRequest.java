package dev.licet.catalog;

import dev.licet.platform.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as a caller describes it. */
record PlanRequest(
        String product,
        String code,
        String name,
        @Nullable Map<String, @Nullable Object> features,
        @Nullable Map<String, @Nullable Object> policy) {

    static PlanRequest of(Plan plan) {
        return new PlanRequest(
                plan.productCode(),
                plan.code(),
                plan.name(),
                new LinkedHashMap<>(plan.features().toMap()),
                plan.policy().toMap());
    }

    Checks checks() {
        return new Checks().text("/name", name, 1, 200);
    }

    Map<String, @Nullable Object> featuresOrNone() {
        return features == null ? Map.of() : features;
    }

    Map<String, @Nullable Object> policyOrDefaults() {
        return policy == null ? Map.of() : policy;
    }
}
