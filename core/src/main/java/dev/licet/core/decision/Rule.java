package dev.licet.core.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reason to refuse. */
@FunctionalInterface
interface Rule {
    /** The refusal, or null when there is nothing to say against it. */
    Decision.@Nullable Refused check(Case it);

    /** The first refusal of a list of rules, or null. */
    static Decision.@Nullable Refused first(List<Rule> rules, Case it) {
        for (Rule rule : rules) {
            Decision.Refused refused = rule.check(it);
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }
}
