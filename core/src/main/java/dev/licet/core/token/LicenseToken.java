package dev.licet.core.token;

import dev.licet.core.decision.Code;
import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.Standing;
import dev.licet.core.decision.State;
import dev.licet.core.device.Device;
import dev.licet.core.device.Likeness;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.OnExpiry;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a licence token says: enough to decide without the server what the server would decide, until the token ends.
 *
 * @param issuer the server's public address
 * @param license the licence's id
 * @param issuedAt when the server signed it, in whole seconds
 * @param expiresAt its end, excluded, in whole seconds
 * @param id its own unique id
 * @param product the code of the product
 * @param device the device it was given to and is good on; null for every device
 * @param user the user it was given to and is good for; null for everybody
 * @param plan the code of the plan whose features it carries
 * @param state the licence's state when it was signed
 * @param features the features, some with ends of their own
 * @param policy what must be enforced offline
 * @param term when the licence starts and ends, and until when it is maintained
 * @param releases what the vendor says of the version that asked; its ends to come are obeyed without the server too
 * @param nonce what the program sent along to recognise the answer by
 */
public record LicenseToken(
        String issuer,
        String license,
        Instant issuedAt,
        Instant expiresAt,
        String id,
        String product,
        @Nullable Device device,
        @Nullable String user,
        String plan,
        State state,
        Features features,
        Policy policy,
        Facts.Term term,
        Releases releases,
        @Nullable String nonce) {

    /**
     * Until when a token signed now is good: for the policy's offline time, but never past the licence's own end and grace. Where seats
     * float it lasts no longer than a seat does without a renewal, lest somebody go on without one.
     */
    public static Instant expiry(Policy policy, Standing standing, Instant now) {
        boolean floats = policy.concurrent() != null && policy.leaseTtl().compareTo(policy.offlineTtl()) < 0;
        Instant longest = (floats ? policy.leaseTtl() : policy.offlineTtl()).addTo(now);
        Instant end = standing.end(policy.onExpiry());
        return end != null && end.isBefore(longest) ? end : longest;
    }

    /** The same grant under another id and policy, until another end. */
    public LicenseToken lasting(String id, Policy policy, Instant expiresAt) {
        return new LicenseToken(
                issuer, license, issuedAt, expiresAt, id, product, device, user, plan, state, features, policy, term,
                releases, nonce);
    }

    /**
     * Reads verified claims.
     *
     * @throws InvalidToken when something is missing or bad
     */
    public static LicenseToken read(Map<String, ? extends @Nullable Object> claims) {
        return Claims.read(claims);
    }

    /** The claims as JSON. */
    public Map<String, @Nullable Object> claims() {
        return Claims.write(this);
    }

    /**
     * Decides without the server, by the same function. The token's own end comes last, so that a licence that has ended is called
     * so; it gives {@link Code#CHECK_IN_OVERDUE}: the server has to be asked again. So does the end of a licence that falls back,
     * since a token does not know to what.
     */
    public Decision decide(Question question, Instant now) {
        Device seen = question.device();
        Decision decision = Decisions.decide(facts(question), question, now);
        if (decision.code() == Code.EXPIRED && policy.onExpiry() == OnExpiry.FALLBACK) {
            return refuse(Code.CHECK_IN_OVERDUE, decision.detail() + " Connect once to see what remains.", decision);
        } else if (decision.code() != Code.VALID) {
            return decision;
        } else if (device != null && seen == null) {
            return refuse(Code.DEVICE_REQUIRED, "The token is for one device: say which device this is.", decision);
        } else if (device != null && seen != null && !Likeness.same(device, seen, policy.deviceMatch())) {
            return refuse(Code.DEVICE_NOT_ACTIVATED, "The token is for another device.", decision);
        } else if (!now.isBefore(expiresAt)) {
            String detail = "The license could be used without a connection until " + expiresAt;
            return refuse(Code.CHECK_IN_OVERDUE, detail + ". Connect once to go on.", decision);
        }
        return decision;
    }

    private static Decision refuse(Code code, String detail, Decision decision) {
        return new Decision.Refused(code, detail, decision.standing(), null);
    }

    private Facts facts(Question question) {
        return new Facts(
                product,
                plan,
                policy,
                features,
                state == State.FALLBACK ? new Facts.Fallback(plan, features) : null,
                term,
                state == State.SUSPENDED ? issuedAt : null,
                state == State.REVOKED ? issuedAt : null,
                issuedAt,
                device == null
                        ? Facts.Devices.NONE
                        : new Facts.Devices(
                                1, List.of(new Facts.KnownDevice(license, device, 1, issuedAt, issuedAt, user, 1))),
                user == null ? Facts.Users.NONE : new Facts.Users(1, user.equalsIgnoreCase(question.user()) ? 1 : null),
                Facts.Leases.NONE,
                Facts.Usage.NONE,
                releases);
    }
}
