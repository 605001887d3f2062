package dev.licet.core.decision;

import dev.licet.core.lease.Holdings;
import dev.licet.core.lease.Pool;
import dev.licet.core.lease.SeatRequest;
import dev.licet.core.policy.Policy;
import dev.licet.core.policy.Starts;
import dev.licet.core.time.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer to somebody who asks for floating seats, or to keep them. */
public sealed interface Leasing {
    /**
     * What is given to somebody.
     *
     * @param standing where the licence stands, should this start its term
     * @param expiresAt the end of the seats, excluded, unless they are renewed
     * @param device the activated device that asks, if it was recognised
     * @param started the term as it is from now on, when this starts it; else null
     */
    record Given(
            Standing standing, Instant expiresAt, Facts.@Nullable KnownDevice device, Facts.@Nullable Term started) {
        Given until(Instant end) {
            return new Given(standing, end, device, started);
        }
    }

    /**
     * It may take them.
     *
     * @param pool what they are counted in
     */
    record Granted(Pool pool, Given given) implements Leasing {}

    /**
     * It has them already, and has them for longer now.
     *
     * @param borrowed whether they are kept without renewals from now on
     */
    record Already(boolean borrowed, Given given) implements Leasing {}

    /**
     * All seats are taken, or so many that what was asked for is not left.
     *
     * @param inUse how many are taken
     * @param limit how many there are, overage included
     */
    record Exhausted(int inUse, int limit) implements Leasing {}

    /**
     * It holds another number of seats already.
     *
     * @param quantity how many it holds
     */
    record Differs(int quantity) implements Leasing {}

    /**
     * They may not be borrowed for so long.
     *
     * @param longest the longest time for which seats are borrowed; none at all when it is zero
     */
    record TooLong(Span longest) implements Leasing {}

    /** It is refused for another reason. */
    record Denied(Decision.Refused reason) implements Leasing {}

    /**
     * Decides whether seats may be taken or kept. Exact only while the caller holds the licence locked.
     *
     * @param facts what is on record; null when there is no such licence
     * @param question who asks; the feature whose seats are wanted is among its features
     * @param holdings what is on record about the seats of the pool
     * @param now the instant it asks at
     */
    static Leasing decide(
            @Nullable Facts facts, Question question, SeatRequest request, Holdings holdings, Instant now) {
        if (facts == null) {
            return new Denied(new Decision.Refused(Code.NOT_FOUND, "There is no such license.", null, null));
        }
        Facts then = facts.after(Starts.FIRST_VALIDATION, now);
        Case it = Case.of(then, question, now);
        // Whoever may not run gets no seat; whether seats are left is looked at after that.
        Decision.Refused refused = Rule.first(Decisions.BEFORE_A_SEAT, it);
        if (refused != null) {
            return new Denied(refused.with(Standing.of(facts, now)));
        }
        Policy policy = it.policy();
        Span borrow = request.borrow();
        if (borrow != null && borrow.addTo(now).isAfter(policy.maxBorrow().addTo(now))) {
            return new TooLong(policy.maxBorrow());
        }
        Pool pool = Pool.of(policy, it.standing().features(), request.feature());
        Integer allowed = pool.allowed(policy);
        Given given = new Given(it.standing(), end(it, request), it.device(), then.begunSince(facts));
        Holdings.Own own = holdings.own();
        if (own != null) {
            return kept(it, request, own, allowed, given);
        }
        return allowed != null && (long) holdings.used() + request.quantity() > allowed
                ? new Exhausted(holdings.used(), allowed)
                : new Granted(pool, given);
    }

    private static Leasing kept(
            Case it, SeatRequest request, Holdings.Own own, @Nullable Integer allowed, Given given) {
        if (own.quantity() != request.quantity()) {
            return new Differs(own.quantity());
        } else if (allowed != null && own.rank() > allowed) {
            return new Denied(it.refuse(
                    Code.TOO_MANY_LEASES,
                    "More floating seats are taken than the " + allowed
                            + " permitted, and this is one of the latest."));
        }
        boolean borrowed = own.borrowed() || request.borrow() != null;
        boolean stays = own.borrowed() && own.expiresAt().isAfter(given.expiresAt());
        return new Already(borrowed, stays ? given.until(permitted(it, own.expiresAt())) : given);
    }

    private static Instant end(Case it, SeatRequest request) {
        Span ttl = it.policy().leaseTtl();
        Span asked = request.ttl();
        Span borrow = request.borrow();
        Span given = borrow != null ? borrow : asked != null && asked.compareTo(ttl) < 0 ? asked : ttl;
        return permitted(it, given.addTo(it.now()));
    }

    /** What is given never lasts longer than the licence permits. */
    private static Instant permitted(Case it, Instant wanted) {
        Instant end = it.standing().end(it.policy().onExpiry());
        return end != null && end.isBefore(wanted) ? end : wanted;
    }
}
