package dev.licet.licensing;

import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The small bodies of calls that change one thing about a licence. */
final class Bodies {
    private Bodies() {}

    /** @param reason stands in the history */
    record Reason(@Nullable String reason) {
        Reason {
            new Checks().text("/reason", reason, 0, 500).done();
        }
    }

    /** @param term how much longer; the plan's term when absent */
    record Renewal(@Nullable Span term) {
        void check() {
            new Checks()
                    .that("/term", term == null || !term.isZero(), "must be longer than nothing")
                    .done();
        }
    }

    /** @param plan id or code */
    record Move(@Nullable String plan) {}

    /** @param customer id, or externalId */
    record Transfer(@Nullable String customer) {}

    /** @param expiresAt the new end; null for none */
    record Expiry(@Nullable Instant expiresAt) {}
}
