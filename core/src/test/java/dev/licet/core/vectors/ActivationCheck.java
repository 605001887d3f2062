package dev.licet.core.vectors;

import dev.licet.core.decision.Activation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs activations. */
final class ActivationCheck {
    private ActivationCheck() {}

    static void activation(Vector vector) {
        vector.only("facts", "question", "at");
        Map<String, @Nullable Object> expected = vector.expect();
        expected.putIfAbsent("started", null);
        Activation answer =
                Activation.decide(DecisionCheck.facts(vector), DecisionCheck.question(vector), vector.instant("at"));
        Expectation.compare(expected, actual(answer));
    }

    private static Map<String, @Nullable Object> actual(Activation answer) {
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        actual.put("started", null);
        if (answer instanceof Activation.Granted granted) {
            actual.put("outcome", "granted");
            DecisionCheck.standing(actual, granted.standing());
            actual.put("started", DecisionCheck.term(granted.started()));
        } else if (answer instanceof Activation.Already already) {
            actual.put("outcome", "already");
            DecisionCheck.standing(actual, already.standing());
            actual.put("device", already.device().id());
        } else if (answer instanceof Activation.Full full) {
            actual.put("outcome", "full");
            actual.put("limit", full.limit());
        } else if (answer instanceof Activation.UserFull full) {
            actual.put("outcome", "userFull");
            actual.put("limit", full.limit());
        } else if (answer instanceof Activation.DepartmentFull full) {
            actual.put("outcome", "departmentFull");
            actual.put("department", full.share().department());
            actual.put("limit", full.share().limit());
            actual.put("used", full.share().used());
        } else if (answer instanceof Activation.Denied denied) {
            actual.put("outcome", "denied");
            actual.put("code", denied.reason().code().name());
            DecisionCheck.standing(actual, denied.reason().standing());
            actual.put("upgrade", DecisionCheck.upgrade(denied.reason().upgrade()));
        }
        return actual;
    }
}
