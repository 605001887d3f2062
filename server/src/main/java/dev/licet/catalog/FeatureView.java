package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feature as it is answered. */
record FeatureView(
        String id,
        String code,
        String name,
        String type,
        @Nullable String unit,
        @Nullable String aggregation,
        @Nullable String uniqueBy,
        String kind,
        Instant createdAt,
        Instant updatedAt) {

    static FeatureView of(Feature feature) {
        return new FeatureView(
                new TypeId("feat", feature.id()).toString(),
                feature.code(),
                feature.name(),
                feature.type(),
                feature.unit(),
                feature.aggregation(),
                feature.uniqueBy(),
                feature.kind(),
                feature.createdAt(),
                feature.updatedAt());
    }
}
