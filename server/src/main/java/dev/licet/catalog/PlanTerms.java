package dev.licet.catalog;

import dev.licet.core.json.InvalidFields;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.platform.Checks;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a version of a plan consists of. */
record PlanTerms(Policy policy, Features features) {

    /** Reads the terms that a request asks for; what is wrong with them is noted in {@code checks}. */
    static PlanTerms read(PlanRequest request, ProductFeatures features, SiblingPlans siblings, Checks checks) {
        Policy policy = part(
                siblings.withFallbackByCode(request.policyOrDefaults()),
                Policy::read,
                Policy.defaults(),
                "/policy",
                checks);
        checks.countries("/policy/regions", policy.regions());
        Features granted = part(request.featuresOrNone(), Features::read, Features.NONE, "/features", checks);
        features.check(checks, "/features", granted);
        siblings.check(checks, "/policy/fallbackPlan", request.code(), policy);
        return new PlanTerms(policy, granted);
    }

    private static <T> T part(
            Map<String, @Nullable Object> json,
            Function<Map<String, @Nullable Object>, T> read,
            T otherwise,
            String pointer,
            Checks checks) {
        try {
            return read.apply(json);
        } catch (InvalidFields invalid) {
            checks.all(pointer, invalid);
            return otherwise;
        }
    }
}
