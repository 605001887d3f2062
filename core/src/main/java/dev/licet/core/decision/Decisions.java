package dev.licet.core.decision;

import dev.licet.core.policy.Starts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a licence permits something is this function of the facts, the question and the instant, and of nothing else. */
public final class Decisions {
    private static final Rule SEATS = LeaseRules::tooMany;

    /** The order of the rules is the order of the codes in the HTTP contract. */
    private static final List<Rule> RULES = List.of(
            LicenseRules::revoked,
            LicenseRules::suspended,
            LicenseRules::product,
            LicenseRules::notStarted,
            LicenseRules::expired,
            LicenseRules::checkIn,
            RegionRules::permitted,
            VersionRules::blocked,
            ReleaseRules::blocked,
            VersionRules::tooOld,
            VersionRules::tooNew,
            ReleaseRules::notMaintained,
            UserRules::required,
            UserRules::assigned,
            DeviceRules::required,
            DeviceRules::activated,
            DeviceRules::matching,
            DeviceRules::heartbeat,
            DeviceRules::tooMany,
            UserRules::tooMany,
            SEATS,
            FeatureRules::included,
            FeatureRules::usedUp);

    /** The same for somebody who asks for a seat: whether one is left is looked at after that. */
    static final List<Rule> BEFORE_A_SEAT =
            RULES.stream().filter(rule -> !rule.equals(SEATS)).toList();

    private Decisions() {}

    /**
     * Decides whether a program may run.
     *
     * @param facts what is on record; null when there is no such licence
     * @param question what the program asks
     * @param now the instant it asks at
     */
    public static Decision decide(@Nullable Facts facts, Question question, Instant now) {
        if (facts == null) {
            return new Decision.Refused(Code.NOT_FOUND, "There is no such license.", null, null);
        }
        Facts then = facts.after(Starts.FIRST_VALIDATION, now);
        Case it = Case.of(then, question, now);
        Decision.Refused refused = Rule.first(RULES, it);
        if (refused == null) {
            return new Decision.Permitted(it.standing(), Warnings.of(it), it.device(), then.begunSince(facts));
        }
        return refused.with(Standing.of(facts, now));
    }
}
