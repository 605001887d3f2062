package dev.licet.core.decision;

import dev.licet.core.time.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rules about the licence itself, whatever asks. */
final class LicenseRules {
    private LicenseRules() {}

    static Decision.@Nullable Refused revoked(Case it) {
        return it.standing().state() == State.REVOKED ? it.refuse(Code.REVOKED, "The license was revoked.") : null;
    }

    static Decision.@Nullable Refused suspended(Case it) {
        return it.standing().state() == State.SUSPENDED ? it.refuse(Code.SUSPENDED, "The license is suspended.") : null;
    }

    static Decision.@Nullable Refused product(Case it) {
        String product = it.question().product();
        return product != null && !product.equals(it.facts().product())
                ? it.refuse(
                        Code.PRODUCT_MISMATCH,
                        "The license is for " + it.facts().product() + ", not for " + product + ".")
                : null;
    }

    static Decision.@Nullable Refused notStarted(Case it) {
        return it.facts().term().reached(it.now())
                ? null
                : it.refuse(
                        Code.NOT_STARTED,
                        "The license starts at " + it.facts().term().startsAt() + ".");
    }

    static Decision.@Nullable Refused expired(Case it) {
        return it.standing().state() == State.EXPIRED
                ? it.refuse(
                        Code.EXPIRED, "The license ended at " + it.standing().expiresAt() + ".")
                : null;
    }

    /** A device is judged by its own last contact, anything else by the licence's. */
    static Decision.@Nullable Refused checkIn(Case it) {
        Span span = it.policy().checkIn();
        Facts.KnownDevice device = it.device();
        Instant last = device != null ? device.seenAt() : it.facts().checkedInAt();
        return span != null && last != null && !it.now().isBefore(span.addTo(last))
                ? it.refuse(
                        Code.CHECK_IN_OVERDUE,
                        "The last contact was at " + last + ", and one is due every " + span
                                + ". Activate the device again.")
                : null;
    }
}
