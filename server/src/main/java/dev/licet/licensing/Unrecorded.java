package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.policy.FeatureValue;
import dev.licet.core.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** What could have mattered to a past decision and no record tells: said rather than guessed. */
final class Unrecorded {
    private Unrecorded() {}

    static List<PastDecision.NotConsidered> of(Facts facts, Question question, boolean ofCustomer) {
        Policy policy = facts.policy();
        List<PastDecision.NotConsidered> missing = new ArrayList<>();
        note(missing, policy.concurrent() != null, "leases", "floating seats taken at that moment are not part of it");
        note(
                missing,
                !policy.regions().allow().isEmpty() || !policy.regions().deny().isEmpty(),
                "region",
                "the question names no place");
        boolean metered = question.features().stream()
                .map(facts.features().grants()::get)
                .anyMatch(grant -> grant != null && grant.value() instanceof FeatureValue.Metered);
        note(missing, metered, "usage", "what had been used of metered features at that moment is not part of it");
        boolean described = facts.devices().alike().stream()
                .anyMatch(known -> !known.device().components().isEmpty());
        note(
                missing,
                described,
                "components",
                "the device is compared by its fingerprint alone; a program that tells components is judged by them");
        note(
                missing,
                policy.devicesPerUser() != null,
                "devicesPerUser",
                "how many devices a user had at that moment is not part of it");
        note(
                missing,
                ofCustomer && question.user() != null,
                "departure",
                "whether the user had left the customer at that moment is not part of it");
        return missing;
    }

    private static void note(List<PastDecision.NotConsidered> missing, boolean matters, String what, String why) {
        if (matters) {
            missing.add(new PastDecision.NotConsidered(what, why));
        }
    }
}
