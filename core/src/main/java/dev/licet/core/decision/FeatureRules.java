package dev.licet.core.decision;

import org.jspecify.annotations.Nullable;

/** Rules about the features a program asks for. */
final class FeatureRules {
    private FeatureRules() {}

    static Decision.@Nullable Refused included(Case it) {
        for (String feature : it.question().features()) {
            if (!it.standing().features().include(feature)) {
                return it.refuse(
                        Code.FEATURE_NOT_INCLUDED,
                        "The feature " + feature + " is not in the plan "
                                + it.standing().plan() + ".");
            }
        }
        return null;
    }
}
