package dev.licet.licensing;

import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A program that wants to keep its floating seats.
 *
 * @param ttl how long they last without another renewal, if less than the licence says
 * @param borrow keeps them for so long without renewals
 */
record RenewalRequest(@Nullable Span ttl, @Nullable Span borrow) {
    static final RenewalRequest PLAIN = new RenewalRequest(null, null);

    RenewalRequest checked() {
        Checks checks = new Checks();
        LeaseRequest.positive(checks, "/ttl", ttl);
        LeaseRequest.positive(checks, "/borrow", borrow);
        checks.done();
        return this;
    }
}
