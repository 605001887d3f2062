package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.policy.OnExpiry;
import dev.licet.core.policy.Policy;
import dev.licet.platform.Checks;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plans of one product, as far as they fall back to each other. */
record SiblingPlans(List<Sibling> plans) {

    /** @param fallback the code of the plan that this one's licences fall back to when they expire */
    record Sibling(UUID id, String code, @Nullable String fallback) {}

    /** A policy's fallback plan may be named by id; it is kept by code. */
    Map<String, @Nullable Object> withFallbackByCode(Map<String, @Nullable Object> policy) {
        if (!(policy.get("fallbackPlan") instanceof String given)) {
            return policy;
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>(policy);
        TypeId.find("plan", given)
                .ifPresent(id -> plans.stream()
                        .filter(plan -> plan.id().equals(id))
                        .forEach(plan -> named.put("fallbackPlan", plan.code())));
        return named;
    }

    /** Notes a fallback plan that is not there, or that leads back to the plan itself. */
    void check(Checks checks, String pointer, String code, Policy policy) {
        String fallback = policy.fallbackPlan();
        if (fallback == null) {
            return;
        }
        checks.that(pointer, fallback.equals(code) || find(fallback) != null, "is not a plan of this product");
        checks.that(
                pointer,
                policy.onExpiry() != OnExpiry.FALLBACK || !leadsTo(code, fallback),
                "leads back to this plan: a licence would fall for ever");
    }

    private boolean leadsTo(String code, String from) {
        Set<String> seen = new HashSet<>();
        String at = from;
        while (at != null && seen.add(at)) {
            if (at.equals(code)) {
                return true;
            }
            Sibling plan = find(at);
            at = plan == null ? null : plan.fallback();
        }
        return false;
    }

    private @Nullable Sibling find(String code) {
        return plans.stream()
                .filter(plan -> plan.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
