package dev.licet.core.lease;

import dev.licet.core.policy.FeatureGrant;
import dev.licet.core.policy.FeatureValue;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What seats are counted together.
 *
 * @param code the code of a feature whose seats are counted by themselves; empty for the seats of the licence
 * @param limit how many there are; null for no end
 */
public record Pool(String code, @Nullable Integer limit) {
    private static final BigDecimal MANY = BigDecimal.valueOf(Integer.MAX_VALUE);

    /**
     * The pool that a seat belongs to. A feature that is a number has so many seats of its own; any other draws on those of the
     * licence.
     *
     * @param features what the licence has now
     * @param feature the code of the feature that the seat is for; null for the licence
     */
    public static Pool of(Policy policy, Features features, @Nullable String feature) {
        FeatureGrant grant = feature == null ? null : features.grants().get(feature);
        return feature != null && grant != null && grant.value() instanceof FeatureValue.Amount amount
                ? new Pool(feature, amount.value().min(MANY).intValue())
                : new Pool("", policy.concurrent());
    }

    /** How many may be taken, the overage included; null for no end. */
    public @Nullable Integer allowed(Policy policy) {
        return policy.overage().allowed(limit);
    }
}
