package dev.licet.licensing;

import dev.licet.core.policy.Policy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence as other modules see it, at the moment it was read.
 *
 * @param ref its id as it is written
 * @param state as it is answered
 * @param effectivePlan the plan whose features it has now
 * @param startsAt its begin: when its term began, or else its start date
 * @param policy in force: the plan's with the overrides laid over it
 */
public record RecordedLicense(
        UUID id,
        String ref,
        UUID productId,
        String product,
        UUID planId,
        String plan,
        int planVersion,
        @Nullable UUID customerId,
        String state,
        String effectivePlan,
        Instant issuedAt,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Instant graceUntil,
        Map<String, Object> features,
        Map<String, Object> services,
        Policy policy,
        @Nullable Instant suspendedAt,
        @Nullable Instant revokedAt,
        @Nullable AcceptedTerms terms) {

    static RecordedLicense of(License license, Instant now) {
        LicenseView view = LicenseView.of(license, now);
        Contract contract = license.contract();
        return new RecordedLicense(
                license.id(),
                view.id(),
                license.productId(),
                view.product(),
                contract.planId(),
                view.plan(),
                view.planVersion(),
                contract.customerId(),
                view.state(),
                view.effectivePlan(),
                view.issuedAt(),
                view.startsAt(),
                view.expiresAt(),
                view.graceUntil(),
                view.features(),
                view.services(),
                license.policy(),
                at(contract.suspension()),
                at(contract.revocation()),
                contract.terms());
    }

    private static @Nullable Instant at(Contract.@Nullable Stop stop) {
        return stop == null ? null : stop.at();
    }
}
