package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor and the customer agreed on, and may change: everything about a licence that is not derived from it.
 *
 * @param metadata the vendor's own notes
 * @param term when it starts and ends
 * @param terms what its user agreed to last; null when nobody did
 */
record Contract(
        UUID planId,
        int planVersion,
        @Nullable UUID customerId,
        Overrides overrides,
        Map<String, @Nullable Object> metadata,
        Facts.Term term,
        @Nullable Stop suspension,
        @Nullable Stop revocation,
        @Nullable AcceptedTerms terms) {

    /** When it was suspended or revoked, and why. */
    record Stop(Instant at, @Nullable String reason) {}

    Contract plan(UUID plan, int version) {
        return new Contract(plan, version, customerId, overrides, metadata, term, suspension, revocation, terms);
    }

    Contract customer(UUID customer) {
        return new Contract(planId, planVersion, customer, overrides, metadata, term, suspension, revocation, terms);
    }

    Contract amended(Overrides overrides, Map<String, @Nullable Object> metadata) {
        return new Contract(planId, planVersion, customerId, overrides, metadata, term, suspension, revocation, terms);
    }

    Contract term(Facts.Term term) {
        return new Contract(planId, planVersion, customerId, overrides, metadata, term, suspension, revocation, terms);
    }

    Contract expiry(@Nullable Instant end) {
        return term(term.until(end));
    }

    Contract suspension(@Nullable Stop suspension) {
        return new Contract(planId, planVersion, customerId, overrides, metadata, term, suspension, revocation, terms);
    }

    Contract revocation(Stop revocation) {
        return new Contract(planId, planVersion, customerId, overrides, metadata, term, suspension, revocation, terms);
    }

    Contract accepted(AcceptedTerms terms) {
        return new Contract(planId, planVersion, customerId, overrides, metadata, term, suspension, revocation, terms);
    }
}
