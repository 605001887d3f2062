package dev.licet.catalog;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feature as a caller describes it.
 *
 * @param aggregation of a metered feature: sum (usual), count, max or unique
 * @param uniqueBy the dimension whose different values are counted, for unique
 */
record FeatureRequest(
        String code,
        String name,
        String type,
        @Nullable String unit,
        @Nullable String aggregation,
        @Nullable String uniqueBy,
        @Nullable String kind) {
    private static final List<String> TYPES = List.of("switch", "number", "text", "metered");
    private static final List<String> AGGREGATIONS = List.of("sum", "count", "max", "unique");
    private static final List<String> KINDS = List.of("software", "service");
    private static final String SOFTWARE = "software";

    static FeatureRequest of(Feature feature) {
        return new FeatureRequest(
                feature.code(),
                feature.name(),
                feature.type(),
                feature.unit(),
                feature.aggregation(),
                feature.uniqueBy(),
                feature.kind());
    }

    FeatureRequest checked() {
        checks().that("/code", Codes.isFeature(code), Codes.FEATURE_RULE)
                .oneOf("/type", type, TYPES)
                .oneOf("/aggregation", aggregation == null ? "sum" : aggregation, AGGREGATIONS)
                .that("/aggregation", aggregation == null || isMetered(), "is only for the type metered")
                .that("/uniqueBy", uniqueBy == null || isUnique(), "is only for the aggregation unique")
                .that(
                        "/uniqueBy",
                        !isUnique() || (uniqueBy != null && !uniqueBy.isBlank() && uniqueBy.length() <= 64),
                        "must name the dimension whose different values are counted, in 1 to 64 characters")
                .done();
        return this;
    }

    /** Checked as a change of what there is. */
    FeatureRequest checked(Feature before) {
        checks().that("/code", before.code().equals(code), Codes.FIXED)
                .that("/type", before.type().equals(type), "cannot change: plans hold values of this type")
                .that(
                        "/aggregation",
                        Objects.equals(before.aggregation(), aggregationOrUsual()),
                        "cannot change: usage was counted by it")
                .that(
                        "/uniqueBy",
                        Objects.equals(before.uniqueBy(), uniqueBy),
                        "cannot change: usage was counted by it")
                .done();
        return this;
    }

    Feature feature(UUID id, UUID productId, long version, Instant createdAt, Instant updatedAt) {
        String kindOrUsual = kind == null ? SOFTWARE : kind;
        return new Feature(
                id,
                productId,
                code,
                name,
                type,
                unit,
                aggregationOrUsual(),
                uniqueBy,
                kindOrUsual,
                version,
                createdAt,
                updatedAt);
    }

    private @Nullable String aggregationOrUsual() {
        return aggregation == null && isMetered() ? "sum" : aggregation;
    }

    private boolean isMetered() {
        return "metered".equals(type);
    }

    private boolean isUnique() {
        return "unique".equals(aggregation);
    }

    private Checks checks() {
        return new Checks()
                .text("/name", name, 1, 200)
                .that("/unit", unit == null || Codes.isUnit(unit), "must be 1 to 40 characters, such as notes")
                .oneOf("/kind", kind == null ? SOFTWARE : kind, KINDS);
    }
}
