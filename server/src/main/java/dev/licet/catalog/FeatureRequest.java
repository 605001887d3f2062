package dev.licet.catalog;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feature as a caller describes it. */
record FeatureRequest(
        String code,
        String name,
        String type,
        @Nullable String unit,
        @Nullable String kind) {
    private static final List<String> TYPES = List.of("switch", "number", "text", "metered");
    private static final List<String> KINDS = List.of("software", "service");
    private static final String SOFTWARE = "software";

    static FeatureRequest of(Feature feature) {
        return new FeatureRequest(feature.code(), feature.name(), feature.type(), feature.unit(), feature.kind());
    }

    FeatureRequest checked() {
        checks().that("/code", Codes.isFeature(code), Codes.FEATURE_RULE)
                .oneOf("/type", type, TYPES)
                .done();
        return this;
    }

    /** Checked as a change of what there is. */
    FeatureRequest checked(Feature before) {
        checks().that("/code", before.code().equals(code), Codes.FIXED)
                .that("/type", before.type().equals(type), "cannot change: plans hold values of this type")
                .done();
        return this;
    }

    Feature feature(UUID id, UUID productId, long version, Instant createdAt, Instant updatedAt) {
        String kindOrUsual = kind == null ? SOFTWARE : kind;
        return new Feature(id, productId, code, name, type, unit, kindOrUsual, version, createdAt, updatedAt);
    }

    private Checks checks() {
        return new Checks()
                .text("/name", name, 1, 200)
                .that("/unit", unit == null || Codes.isUnit(unit), "must be 1 to 40 characters, such as notes")
                .oneOf("/kind", kind == null ? SOFTWARE : kind, KINDS);
    }
}
