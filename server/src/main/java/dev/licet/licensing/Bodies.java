package dev.licet.licensing;

import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    /**
     * How long the maintenance goes on.
     *
     * @param term how much longer; the policy's maintenance when absent
     * @param until its end, in place of a term
     */
    record Maintained(@Nullable Span term, @Nullable Instant until) {
        Maintained checked() {
            new Checks()
                    .that("/term", term == null || !term.isZero(), "must be longer than nothing")
                    .that("/until", term == null || until == null, "cannot stand beside term")
                    .done();
            return this;
        }
    }

    /** @param plan id or code */
    record Move(@Nullable String plan) {}

    /** @param customer id, or externalId */
    record Transfer(@Nullable String customer) {}

    /** @param expiresAt the new end, or null for none; a body that forgot it must not take the end away */
    record Expiry(
            @Schema(type = "string", format = "date-time", nullable = true) @Nullable JsonNode expiresAt) {
        @Nullable Instant end() {
            new Checks().required("/expiresAt", expiresAt).done();
            if (expiresAt == null || expiresAt.isNull()) {
                return null;
            }
            try {
                return Instants.parse(expiresAt.isString() ? expiresAt.stringValue() : "");
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Problem.invalid(
                        "/expiresAt", "must be a time like 2027-01-31T12:00:00Z in the years 1970 to 9999, or null");
            }
        }
    }
}
