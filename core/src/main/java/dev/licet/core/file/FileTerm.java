package dev.licet.core.file;

import dev.licet.core.decision.Standing;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a licence file may be good, and the policy it carries. A file for one device lasts for the policy's {@code airGapTtl} where it
 * has one, and then without the check-in that such a machine cannot make; any other file lasts as long as a token. Where seats float no
 * file lasts longer than a seat does without a renewal: who needs longer borrows one.
 *
 * @param longest how long from its making
 * @param policy what must be enforced by it
 */
public record FileTerm(Span longest, Policy policy) {

    /** The term of a file that is made under a policy. */
    public static FileTerm of(Policy policy, boolean forDevice) {
        if (policy.concurrent() != null) {
            boolean shorter = policy.leaseTtl().compareTo(policy.offlineTtl()) < 0;
            return new FileTerm(shorter ? policy.leaseTtl() : policy.offlineTtl(), policy);
        }
        Span airGap = policy.airGapTtl();
        if (airGap == null || !forDevice) {
            return new FileTerm(policy.offlineTtl(), policy);
        }
        Map<String, @Nullable Object> terms = new LinkedHashMap<>(policy.toMap());
        terms.remove("checkIn");
        return new FileTerm(airGap, Policy.read(terms));
    }

    /** Whether a file may be asked for that is good for so long. */
    public boolean permits(Span ttl) {
        return ttl.compareTo(longest) <= 0;
    }

    /**
     * The end of a file that is made now: never past the licence's own end and grace.
     *
     * @param ttl for how long it was asked for; null for as long as it may
     */
    public Instant end(Standing standing, @Nullable Span ttl, Instant now) {
        Instant wanted = (ttl == null ? longest : ttl).addTo(now);
        Instant end = standing.end(policy.onExpiry());
        return end != null && end.isBefore(wanted) ? end : wanted;
    }
}
