package dev.licet.licensing;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Standing;
import dev.licet.core.json.Fields;
import dev.licet.platform.EventLog;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was allowed at a moment.
 *
 * @param code as a validation would have answered
 * @param standing where the licence stood; null when there was none yet
 * @param facts all that the decision rests on; null when there was no licence yet
 * @param sources where the facts stand in the record
 * @param notConsidered what could have mattered and the record cannot tell; empty when the answer is certain
 */
public record PastDecision(
        String license,
        Instant at,
        boolean valid,
        String code,
        String detail,
        @Nullable Stood standing,
        @Schema(type = "object", nullable = true) @Nullable Map<String, @Nullable Object> facts,
        List<Source> sources,
        List<NotConsidered> notConsidered) {

    /** Where the licence stood. */
    public record Stood(
            String state,
            String plan,
            @Nullable Instant expiresAt,
            @Nullable Instant graceUntil,
            Map<String, Object> features) {
        static Stood of(Standing standing) {
            return new Stood(
                    Fields.camelCase(standing.state()),
                    standing.plan(),
                    standing.expiresAt(),
                    standing.graceUntil(),
                    standing.features().values());
        }
    }

    /** An event that the decision rests on, and what it {@code says}. */
    public record Source(String event, String type, Instant at, String actor, String says) {
        static Source of(EventLog.Event event, String says) {
            return new Source(event.id().toString(), event.type(), event.at(), event.actor(), says);
        }
    }

    public record NotConsidered(String what, String why) {}

    /** What is allowed at this very moment, on the facts as they stand. */
    static PastDecision now(String license, Instant at, Decision decision, Facts facts) {
        Standing standing = decision.standing();
        return new PastDecision(
                license,
                at,
                decision instanceof Decision.Permitted,
                decision.code().name(),
                decision.detail(),
                standing == null ? null : Stood.of(standing),
                FactsDocument.of(facts),
                List.of(),
                List.of());
    }

    static PastDecision of(String license, Instant at, Decision decision, @Nullable PastFacts past) {
        Standing standing = decision.standing();
        return new PastDecision(
                license,
                at,
                decision instanceof Decision.Permitted,
                decision.code().name(),
                decision.detail(),
                standing == null ? null : Stood.of(standing),
                past == null ? null : FactsDocument.of(past.facts()),
                past == null ? List.of() : past.sources(),
                past == null ? List.of() : past.notConsidered());
    }
}
