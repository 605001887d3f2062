package dev.licet.core.decision;

import dev.licet.core.policy.Features;
import dev.licet.core.policy.OnExpiry;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a licence stands at an instant, whoever asks.
 *
 * @param state its state
 * @param expiresAt the end of its term, excluded; null for none
 * @param graceUntil the end of its grace, excluded; null when it has no end
 * @param plan the code of the plan whose features it has now: its own, or the fallback plan
 * @param features the features it has now
 */
public record Standing(
        State state, @Nullable Instant expiresAt, @Nullable Instant graceUntil, String plan, Features features) {

    /** Where a licence stands. */
    public static Standing of(Facts facts, Instant now) {
        Instant end = facts.term().expiresAt();
        Instant graceUntil = end == null ? null : facts.policy().grace().addTo(end);
        State state = state(facts, now, graceUntil);
        Facts.Fallback fallback = facts.fallback();
        if (state == State.FALLBACK && fallback != null) {
            return new Standing(
                    state, end, graceUntil, fallback.plan(), fallback.features().at(now));
        }
        return new Standing(
                state, end, graceUntil, facts.plan(), facts.features().at(now));
    }

    /** The instant at which it stops to permit all it permits now; null for never. */
    public @Nullable Instant end(OnExpiry onExpiry) {
        return onExpiry == OnExpiry.KEEP || state == State.FALLBACK ? null : graceUntil;
    }

    private static State state(Facts facts, Instant now, @Nullable Instant graceUntil) {
        if (facts.revokedAt() != null && !now.isBefore(facts.revokedAt())) {
            return State.REVOKED;
        } else if (facts.suspendedAt() != null && !now.isBefore(facts.suspendedAt())) {
            return State.SUSPENDED;
        } else if (!facts.term().reached(now) || (facts.term().startedAt() == null && !ended(facts, now))) {
            return State.PENDING;
        } else if (!ended(facts, now)) {
            return running(facts, now);
        } else if (facts.policy().onExpiry() == OnExpiry.KEEP) {
            return State.ACTIVE;
        } else if (graceUntil != null && now.isBefore(graceUntil)) {
            return State.GRACE;
        }
        return facts.policy().onExpiry() == OnExpiry.FALLBACK && facts.fallback() != null
                ? State.FALLBACK
                : State.EXPIRED;
    }

    private static State running(Facts facts, Instant now) {
        if (facts.policy().trial()) {
            return State.TRIAL;
        }
        return warned(facts, now) == null ? State.ACTIVE : State.EXPIRING;
    }

    private static boolean ended(Facts facts, Instant now) {
        Instant end = facts.term().expiresAt();
        return end != null && !now.isBefore(end);
    }

    /** The shortest warning step that has been reached; null when none has, or the term has no end or is over. */
    static @Nullable Span warned(Facts facts, Instant now) {
        return warned(facts.policy(), facts.term().expiresAt(), now);
    }

    /** Likewise for any end. */
    static @Nullable Span warned(Policy policy, @Nullable Instant end, Instant now) {
        Span reached = null;
        if (end != null && now.isBefore(end)) {
            for (Span step : policy.warnBefore()) {
                reached = now.isBefore(step.subtractFrom(end)) ? reached : step;
            }
        }
        return reached;
    }
}
