package dev.licet.core.decision;

import dev.licet.core.device.Device;
import dev.licet.core.device.Likeness;
import dev.licet.core.policy.OnMissedHeartbeat;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All a rule may look at.
 *
 * @param device the activated device that asks, if it was recognised
 */
record Case(Facts facts, Question question, Instant now, Standing standing, Facts.@Nullable KnownDevice device) {

    static Case of(Facts facts, Question question, Instant now) {
        return new Case(facts, question, now, Standing.of(facts, now), recognise(facts, question.device(), now));
    }

    Policy policy() {
        return facts.policy();
    }

    Decision.Refused refuse(Code code, String detail) {
        return new Decision.Refused(code, detail, standing, null);
    }

    /** Whether a device holds a place that its silence has not cost it. */
    private static boolean holds(Facts facts, Facts.KnownDevice device, Instant now) {
        return facts.policy().onMissedHeartbeat() == OnMissedHeartbeat.KEEP || !silent(facts.policy(), device, now);
    }

    /** Whether a device has missed its heartbeat. */
    static boolean silent(Policy policy, Facts.KnownDevice device, Instant now) {
        Span heartbeat = policy.heartbeat();
        return heartbeat != null && !now.isBefore(heartbeat.addTo(device.heartbeatAt()));
    }

    private static Facts.@Nullable KnownDevice recognise(Facts facts, @Nullable Device seen, Instant now) {
        Facts.KnownDevice found = null;
        if (seen != null) {
            for (Facts.KnownDevice known : facts.devices().alike()) {
                boolean same = holds(facts, known, now)
                        && Likeness.same(known.device(), seen, facts.policy().deviceMatch());
                boolean exact = known.device().fingerprint().equals(seen.fingerprint());
                found = same && (found == null || exact) ? known : found;
            }
        }
        return found;
    }

    /** Whether an activated device has the fingerprint of the one that asks. */
    boolean fingerprintTaken() {
        Device seen = question.device();
        return seen != null
                && facts.devices().alike().stream()
                        .anyMatch(known -> holds(facts, known, now)
                                && known.device().fingerprint().equals(seen.fingerprint()));
    }
}
