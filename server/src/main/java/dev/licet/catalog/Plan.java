package dev.licet.catalog;

import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan with one of its versions.
 *
 * @param version the version that policy and features are of
 * @param revision counts the changes of this record, a new name included
 */
record Plan(
        UUID id,
        UUID productId,
        String productCode,
        @Nullable String keyPrefix,
        String code,
        String name,
        int version,
        long revision,
        Policy policy,
        Features features,
        Instant createdAt,
        Instant updatedAt) {

    PlanVersion asVersion() {
        return new PlanVersion(id, code, name, version, productId, productCode, keyPrefix, policy, features);
    }

    PlanTerms terms() {
        return new PlanTerms(policy, features);
    }

    /** This plan under a name and terms; other terms make another version. */
    Plan changed(String newName, PlanTerms terms, Instant now) {
        int next = terms.equals(terms()) ? version : version + 1;
        return new Plan(
                id,
                productId,
                productCode,
                keyPrefix,
                code,
                newName,
                next,
                revision + 1,
                terms.policy(),
                terms.features(),
                createdAt,
                now);
    }
}
