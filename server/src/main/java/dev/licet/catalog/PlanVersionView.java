package dev.licet.catalog;

import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a plan in the list of its versions. */
public record PlanVersionView(
        int version, Map<String, Object> features, Map<String, @Nullable Object> policy, Instant createdAt) {

    /** As it is stored. */
    record Row(UUID id, int version, Policy policy, Features features, Instant createdAt) {}

    static PlanVersionView of(Row row) {
        return new PlanVersionView(
                row.version(),
                new TreeMap<>(row.features().toMap()),
                row.policy().toMap(),
                row.createdAt());
    }
}
