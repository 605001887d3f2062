package dev.licet.licensing;

import dev.licet.catalog.PlanVersion;
import dev.licet.catalog.ProductFeatures;
import dev.licet.core.json.InvalidFields;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.platform.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one licence has otherwise than its plan; a policy field or feature that is absent is the plan's. */
record Overrides(
        @Nullable Map<String, @Nullable Object> policy,
        @Nullable Map<String, @Nullable Object> features) {
    static final Overrides NONE = new Overrides(Map.of(), Map.of());

    /** The overrides with each value in its normal form, as they are stored. What is wrong with them is noted. */
    Overrides checked(PlanVersion plan, ProductFeatures known, Checks checks) {
        return new Overrides(normalPolicy(plan, checks), normalFeatures(known, checks));
    }

    /** The plan's policy with these laid over it. */
    Policy over(Policy plan) {
        return Policy.read(merged(plan));
    }

    /** The plan's features with these laid over them. */
    Features over(Features plan) {
        return plan.with(Features.read(features == null ? Map.of() : features));
    }

    private Map<String, @Nullable Object> normalPolicy(PlanVersion plan, Checks checks) {
        Map<String, @Nullable Object> normal = new LinkedHashMap<>();
        if (policy == null) {
            return normal;
        }
        try {
            Policy merged = Policy.read(merged(plan.policy()));
            if (policy.containsKey("regions")) {
                checks.countries("/overrides/policy/regions", merged.regions());
            }
            Map<String, @Nullable Object> whole = merged.toMap();
            policy.keySet().forEach(name -> normal.put(name, whole.get(name)));
        } catch (InvalidFields invalid) {
            checks.all("/overrides/policy", invalid);
        }
        return normal;
    }

    private Map<String, @Nullable Object> normalFeatures(ProductFeatures known, Checks checks) {
        try {
            Features granted = Features.read(features == null ? Map.of() : features);
            known.check(checks, "/overrides/features", granted);
            return new LinkedHashMap<>(granted.toMap());
        } catch (InvalidFields invalid) {
            checks.all("/overrides/features", invalid);
            return new LinkedHashMap<>();
        }
    }

    private Map<String, @Nullable Object> merged(Policy plan) {
        Map<String, @Nullable Object> merged = plan.toMap();
        if (policy != null) {
            merged.putAll(policy);
        }
        return merged;
    }
}
