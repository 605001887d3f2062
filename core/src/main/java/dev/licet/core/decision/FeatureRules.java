package dev.licet.core.decision;

import dev.licet.core.meter.Balance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rules about the features a program asks for. */
final class FeatureRules {
    private FeatureRules() {}

    static Decision.@Nullable Refused included(Case it) {
        for (String feature : it.question().features()) {
            if (!it.standing().features().include(feature) && !toppedUp(it, feature)) {
                return it.refuse(
                        Code.FEATURE_NOT_INCLUDED,
                        "The feature " + feature + " is not in the plan "
                                + it.standing().plan() + ".");
            }
        }
        return null;
    }

    static Decision.@Nullable Refused usedUp(Case it) {
        for (String feature : it.question().features()) {
            Balance balance = it.facts().usage().balances().get(feature);
            if (balance != null && balance.usedUp()) {
                Instant end = balance.period().end();
                String paid = balance.pool() == null ? "" : ", or nothing is left of " + balance.pool();
                return it.refuse(
                        Code.USAGE_EXCEEDED,
                        "The feature " + feature + " is used up" + paid
                                + (end == null ? "." : ". It is counted anew from " + end + "."));
            }
        }
        return null;
    }

    /** A meter without units of its own may have been topped up. */
    private static boolean toppedUp(Case it, String feature) {
        Balance balance = it.facts().usage().balances().get(feature);
        return balance != null && balance.granted();
    }
}
