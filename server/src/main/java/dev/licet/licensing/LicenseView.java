package dev.licet.licensing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.licet.core.decision.Standing;
import dev.licet.core.id.TypeId;
import dev.licet.core.json.Fields;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.policy.Policy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence as it is answered.
 *
 * @param key masked, unless it was just made or asked for by someone who may
 * @param effectivePlan the plan whose features it has now: after a fallback not its own
 * @param notBefore the date before which it permits nothing, when it has one
 * @param startedAt when its term began to run; null while it waits for that
 * @param startsAt its begin: when its term began, or else its start date
 * @param maintenanceUntil versions released before it are included; null for all
 * @param features what it has now, by code
 * @param terms what its user agreed to last; null when nobody did
 * @param services those of the features that are services, such as a level of support
 * @param usage how its metered features stand, where one licence is read
 */
@Schema(name = "License")
record LicenseView(
        String id,
        String key,
        String state,
        String product,
        String plan,
        int planVersion,
        String effectivePlan,
        @Nullable String customer,
        Instant issuedAt,
        @Nullable Instant notBefore,
        @Nullable Instant startedAt,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Instant graceUntil,
        @Nullable Instant maintenanceUntil,
        Map<String, Object> features,
        Map<String, Object> services,
        Policy policy,
        License.Counts counts,
        Contract.@Nullable Stop suspension,
        Contract.@Nullable Stop revocation,
        @Nullable AcceptedTerms terms,
        Overrides overrides,
        Map<String, @Nullable Object> metadata,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, UsageBalance> usage) {

    static LicenseView of(License license, Instant now) {
        License.KeyMask key = license.key();
        return of(license, now, LicenseKey.masked(key.prefix(), key.hint()));
    }

    static LicenseView of(License license, Instant now, String key) {
        Standing standing = license.standing(now);
        Map<String, Object> features = standing.features().values();
        Map<String, Object> services = new LinkedHashMap<>(features);
        services.keySet().retainAll(license.services());
        UUID customer = license.contract().customerId();
        Instant startedAt = license.contract().term().startedAt();
        return new LicenseView(
                license.typeId(),
                key,
                Fields.camelCase(standing.state()),
                license.product(),
                license.plan(),
                license.contract().planVersion(),
                standing.plan(),
                customer == null ? null : new TypeId("cust", customer).toString(),
                license.issuedAt(),
                license.contract().term().startsAt(),
                startedAt,
                startedAt == null ? license.contract().term().startsAt() : startedAt,
                standing.expiresAt(),
                standing.graceUntil(),
                license.maintainedUntil(),
                features,
                services,
                license.policy(),
                license.counts(),
                license.contract().suspension(),
                license.contract().revocation(),
                license.contract().terms(),
                license.contract().overrides(),
                license.contract().metadata(),
                null);
    }

    /** With how its metered features stand. */
    LicenseView with(Map<String, UsageBalance> usage) {
        return new LicenseView(
                id,
                key,
                state,
                product,
                plan,
                planVersion,
                effectivePlan,
                customer,
                issuedAt,
                notBefore,
                startedAt,
                startsAt,
                expiresAt,
                graceUntil,
                maintenanceUntil,
                features,
                services,
                policy,
                counts,
                suspension,
                revocation,
                terms,
                overrides,
                metadata,
                usage);
    }

    /** As a program may see it that has no more than the key: without the vendor's own notes. */
    LicenseView forProgram() {
        return new LicenseView(
                id,
                key,
                state,
                product,
                plan,
                planVersion,
                effectivePlan,
                customer,
                issuedAt,
                notBefore,
                startedAt,
                startsAt,
                expiresAt,
                graceUntil,
                maintenanceUntil,
                features,
                services,
                policy,
                counts,
                null,
                null,
                terms == null ? null : terms.withoutPerson(),
                Overrides.NONE,
                Map.of(),
                null);
    }
}
