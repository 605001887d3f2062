package dev.licet.catalog;

import dev.licet.core.policy.FeatureGrant;
import dev.licet.core.policy.FeatureValue;
import dev.licet.core.policy.Features;
import dev.licet.platform.Checks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features that a product has, by code: what a plan or a licence may grant. */
public record ProductFeatures(Map<String, Feature> byCode) {
    private static final Map<String, String> RULES = Map.of(
            "switch", "must be true or false",
            "number", "must be a number that is not negative",
            "text", "must be a text",
            "metered", "must be an object like {\"limit\":1000,\"period\":\"P1M\",\"overage\":\"refuse\"}");

    static ProductFeatures of(List<Feature> features) {
        Map<String, Feature> byCode = new LinkedHashMap<>();
        features.forEach(feature -> byCode.put(feature.code(), feature));
        return new ProductFeatures(byCode);
    }

    /** Notes each grant of a feature that the product lacks, or of a value of another type than the feature has. */
    public void check(Checks checks, String pointer, Features granted) {
        granted.grants().forEach((code, grant) -> {
            String at = pointer + "/" + Checks.escape(code);
            Feature feature = byCode.get(code);
            if (feature == null) {
                checks.that(at, false, "is not a feature of this product: add it to the product first");
            } else {
                checks.that(at, type(grant.value()).equals(feature.type()), RULES.getOrDefault(feature.type(), ""));
                if (grant.value() instanceof FeatureValue.Metered metered) {
                    check(checks, at, feature, metered, granted);
                }
            }
        });
    }

    private void check(Checks checks, String at, Feature feature, FeatureValue.Metered metered, Features granted) {
        checks.that(
                at + "/rollover",
                metered.rollover() == null || List.of("sum", "count").contains(feature.aggregation()),
                "is only for the aggregations sum and count: nothing else leaves units unused");
        Feature pool = metered.pool() == null ? null : byCode.get(metered.pool());
        checks.that(
                at + "/pool",
                metered.pool() == null
                        || (pool != null
                                && "sum".equals(pool.aggregation())
                                && !pool.code().equals(feature.code())),
                "must be the code of another metered feature of the product, with the aggregation sum");
        checks.that(at + "/pool", !draws(granted, metered.pool()), "must be a feature that has no pool itself");
    }

    private static boolean draws(Features granted, @Nullable String code) {
        FeatureGrant grant = code == null ? null : granted.grants().get(code);
        return grant != null && grant.value() instanceof FeatureValue.Metered pool && pool.pool() != null;
    }

    private static String type(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Switch _ -> "switch";
            case FeatureValue.Amount _ -> "number";
            case FeatureValue.Text _ -> "text";
            case FeatureValue.Metered _ -> "metered";
        };
    }
}
