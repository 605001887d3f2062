package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a licence is sold with: one version of a plan. It never changes.
 *
 * @param keyPrefix put before the keys of the product's licences
 */
public record PlanVersion(
        UUID planId,
        String planCode,
        String planName,
        int version,
        UUID productId,
        String productCode,
        @Nullable String keyPrefix,
        Policy policy,
        Features features) {

    /** The plan's id as it is written. */
    public String ref() {
        return new TypeId("plan", planId).toString();
    }
}
