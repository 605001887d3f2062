package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is answered.
 *
 * @param product the product's code
 * @param version counts from 1; a change of features or policy makes the next
 * @param features in the order of their codes
 * @param policy every field, defaults included
 */
record PlanView(
        String id,
        String code,
        String product,
        String productId,
        String name,
        int version,
        Map<String, Object> features,
        Map<String, @Nullable Object> policy,
        Instant createdAt,
        Instant updatedAt) {

    static PlanView of(Plan plan) {
        return new PlanView(
                new TypeId("plan", plan.id()).toString(),
                plan.code(),
                plan.productCode(),
                new TypeId("prod", plan.productId()).toString(),
                plan.name(),
                plan.version(),
                new TreeMap<>(plan.features().toMap()),
                plan.policy().toMap(),
                plan.createdAt(),
                plan.updatedAt());
    }
}
