package dev.licet.licensing;

import dev.licet.core.decision.State;
import dev.licet.core.json.Fields;
import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which licences something is done with, and what the call for one licence would take besides.
 *
 * @param ids these licences; or else {@code filter}
 * @param filter all that the list of licences shows with it, as they are now
 * @param dryRun answer what would happen, and do nothing
 * @param fromVersion of the plan that the filter names, only licences of this version
 */
record BulkActRequest(
        @Nullable List<String> ids,
        @Nullable Filter filter,
        @Nullable Boolean dryRun,
        @Nullable String reason,
        @Nullable Span term,

        @Schema(type = "string", format = "date-time", nullable = true) @Nullable JsonNode expiresAt,

        @Nullable String plan,
        @Nullable Integer fromVersion,
        @Schema(type = "object") @Nullable JsonNode metadata) {
    private static final int MOST = 50_000;

    /** The filters of the list of licences. */
    @Schema(name = "LicenseSelection")
    record Filter(
            @Nullable String customer,
            @Nullable String plan,
            @Nullable Integer planVersion,
            @Nullable String product,
            @Nullable String state,
            @Nullable String kind,
            @Nullable Instant expiresBefore,
            @Nullable Instant expiresAfter,
            @Nullable String q) {
        static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null);

        /** What to look for, once it is clear that each condition can be met. */
        LicenseFilters.Parameters checked() {
            check(new Checks()).done();
            return parameters(null);
        }

        Checks check(Checks checks) {
            return checks.that(
                    "/filter/state",
                    state == null || parameters(null).state() != null,
                    "must be a state of licenses, such as active");
        }

        LicenseFilters.Parameters parameters(@Nullable Integer fromVersion) {
            State wanted = state == null
                    ? null
                    : Arrays.stream(State.values())
                            .filter(each -> Fields.camelCase(each).equals(state))
                            .findFirst()
                            .orElse(null);
            return new LicenseFilters.Parameters(
                    customer,
                    plan,
                    product,
                    wanted,
                    kind,
                    expiresBefore,
                    expiresAfter,
                    q,
                    fromVersion == null ? planVersion : fromVersion);
        }

        boolean isEmpty() {
            return Stream.of(customer, plan, planVersion, product, state, kind, expiresBefore, expiresAfter, q)
                    .allMatch(Objects::isNull);
        }
    }

    /** What is stored of it for the work. */
    record Order(
            BulkAct act,
            @Nullable String reason,
            @Nullable Span term,
            @Nullable Instant end,
            @Nullable String plan,
            @Nullable JsonNode metadata) {

        /** The rest is said by each row. */
        static Order of(BulkAct act) {
            return new Order(act, null, null, null, null, null);
        }
    }

    Order order(BulkAct act) {
        Checks checks = new Checks();
        act.check(checks, "reason", reason);
        act.check(checks, "term", term);
        act.check(checks, "expiresAt", expiresAt);
        act.check(checks, "plan", plan);
        act.check(checks, "fromVersion", fromVersion);
        act.check(checks, "metadata", metadata);
        checks.text("/reason", reason, 0, 500)
                .that("/term", term == null || !term.isZero(), "must be longer than nothing")
                .that("/plan", act != BulkAct.PLAN || plan != null, "is required")
                .that(
                        "/metadata",
                        act != BulkAct.METADATA || (metadata != null && metadata.isObject()),
                        "must be an object with the entries to change")
                .that("/filter", ids == null || filter == null, "cannot be given together with ids")
                .that("/ids", ids == null || ids.size() <= MOST, "must have at most " + MOST + " entries")
                .that(
                        "/filter",
                        ids != null || (filter != null && !filter.isEmpty()),
                        "is required with at least one condition, or ids: bulk work never means all licenses by mistake");
        (filter == null ? Filter.NONE : filter).check(checks).done();
        Instant end = act == BulkAct.EXPIRY ? new Bodies.Expiry(expiresAt).end() : null;
        return new Order(act, reason, term, end, plan, metadata);
    }

    boolean isDryRun() {
        return dryRun != null && dryRun;
    }
}
