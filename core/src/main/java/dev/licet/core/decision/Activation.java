package dev.licet.core.decision;

import dev.licet.core.allocation.Share;
import dev.licet.core.policy.Starts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a device that asks for a place. */
public sealed interface Activation {
    /**
     * It may take a place.
     *
     * @param standing where the licence stands, should this activation start its term
     * @param started the term as it is from now on, when this activation starts it; else null
     */
    record Granted(Standing standing, Facts.@Nullable Term started) implements Activation {}

    /**
     * It has a place already.
     *
     * @param standing where the licence stands, should this activation start its term
     * @param device the device as it is known
     * @param started the term as it is from now on, when this activation starts it, as after a move to a plan whose term waits for one;
     *     else null
     */
    record Already(Standing standing, Facts.KnownDevice device, Facts.@Nullable Term started) implements Activation {}

    /**
     * All places are taken.
     *
     * @param limit how many there are, overage included
     */
    record Full(int limit) implements Activation {}

    /**
     * The user has as many devices as each user may have.
     *
     * @param limit how many that is; an overage does not count here
     */
    record UserFull(int limit) implements Activation {}

    /**
     * The user's department has taken all the places that it was given.
     *
     * @param share its part
     */
    record DepartmentFull(Share share) implements Activation {}

    /** It is refused for another reason. */
    record Denied(Decision.Refused reason) implements Activation {}

    /** The rules of validation that speak against taking a place; being in contact again is what mends an overdue check-in. */
    List<Rule> RULES = List.of(
            LicenseRules::revoked,
            LicenseRules::suspended,
            LicenseRules::product,
            LicenseRules::notStarted,
            LicenseRules::expired,
            RegionRules::permitted,
            VersionRules::blocked,
            ReleaseRules::blocked,
            ReleaseRules::restricted,
            VersionRules::tooOld,
            VersionRules::tooNew,
            ReleaseRules::notMaintained,
            UserRules::required,
            UserRules::assigned,
            UserRules::tooMany);

    /**
     * Decides whether a device may take a place. Exact only while the caller holds the licence locked.
     *
     * @param facts what is on record; null when there is no such licence
     * @param question the device, with what else the program tells of itself
     * @param now the instant it asks at
     */
    static Activation decide(@Nullable Facts facts, Question question, Instant now) {
        if (facts == null) {
            return new Denied(new Decision.Refused(Code.NOT_FOUND, "There is no such license.", null, null));
        }
        Facts then = facts.after(Starts.FIRST_ACTIVATION, now);
        Case it = Case.of(then, question, now);
        Decision.Refused refused = Rule.first(RULES, it);
        if (refused == null) {
            refused = DeviceRules.mismatch(it);
        }
        if (refused != null) {
            return new Denied(refused.with(Standing.of(facts, now)));
        }
        Integer allowed = it.policy().overage().allowed(it.policy().devices());
        Facts.KnownDevice known = it.device();
        int before = known == null ? facts.devices().active() : known.rank() - 1;
        if (allowed != null && before >= allowed) {
            return new Full(allowed);
        }
        Activation full = ofUser(it);
        if (full != null) {
            return full;
        }
        return known == null
                ? new Granted(it.standing(), then.begunSince(facts))
                : new Already(it.standing(), known, then.begunSince(facts));
    }

    /** Whether the user or the user's department can take one more; a device may also go from one user to another. */
    private static @Nullable Activation ofUser(Case it) {
        Facts.KnownDevice known = it.device();
        Facts.Users users = it.facts().users();
        boolean own = known != null && known.isOf(it.question().user());
        Integer each = it.policy().devicesPerUser();
        int before = known != null && own ? known.userRank() - 1 : users.devices();
        if (each != null && before >= each) {
            return new UserFull(each);
        }
        Share share = users.places();
        if (share == null
                || own
                || !share.full()
                || (known != null && share.devices().contains(known.id()))) {
            return null;
        }
        Integer limit = share.limit();
        return share.department() == null && limit != null ? new Full(limit) : new DepartmentFull(share);
    }
}
