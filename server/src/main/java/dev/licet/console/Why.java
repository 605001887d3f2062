package dev.licet.console;

import dev.licet.core.decision.Code;
import dev.licet.licensing.PastDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to the rules, and what they say.
 *
 * @param asked what was filled in, by field
 * @param answer null before anything was asked
 */
record Why(Map<String, String> asked, @Nullable PastDecision answer, Faults faults) {
    static final Why NONE = new Why(Map.of(), null, Faults.NONE);

    /** One of the rules, in their order. */
    record Step(String code, Outcome outcome) {}

    /** What came of a rule. */
    enum Outcome {
        PASSED,
        REFUSED,
        NOT_REACHED
    }

    String field(String name) {
        return asked.getOrDefault(name, "");
    }

    /** The rules in the order in which they are asked: the first that refuses ends it. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Outcome outcome = Outcome.PASSED;
        for (Code code : Code.values()) {
            if (code != Code.VALID) {
                boolean here = answer != null && answer.code().equals(code.name());
                steps.add(new Step(code.name(), here ? Outcome.REFUSED : outcome));
                outcome = here ? Outcome.NOT_REACHED : outcome;
            }
        }
        return steps;
    }

    /** Which of the rules, counted from 1; 0 when none refused. */
    int place() {
        int place = 0;
        for (Step step : steps()) {
            place++;
            if (step.outcome() == Outcome.REFUSED) {
                return place;
            }
        }
        return 0;
    }
}
