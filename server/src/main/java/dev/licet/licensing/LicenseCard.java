package dev.licet.licensing;

import dev.licet.core.policy.Policy;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A licence as a screen shows it.
 *
 * @param key masked
 * @param effectivePlan the plan whose features it has now: after a fallback not its own
 * @param customer the id; null when nobody is named
 * @param notBefore the date before which it permits nothing, when it has one
 * @param startedAt when its term began to run; null while it waits for that
 * @param policy in force: the plan's with the overrides laid over it; so are the features
 * @param devices how many places are taken; so are users and leases
 * @param overridden the policy fields, and the features, that it has otherwise than its plan
 */
public record LicenseCard(
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
        @Nullable Instant expiresAt,
        @Nullable Instant graceUntil,
        Map<String, Object> features,
        Policy policy,
        int devices,
        int users,
        int leases,
        @Nullable Stopped suspended,
        @Nullable Stopped revoked,
        @Nullable AcceptedTerms terms,
        Map<String, @Nullable Object> overridden,
        Map<String, @Nullable Object> metadata,
        Map<String, UsageBalance> usage) {

    /** Since when it permits nothing, and why. */
    public record Stopped(Instant at, @Nullable String reason) {
        static @Nullable Stopped of(Contract.@Nullable Stop stop) {
            return stop == null ? null : new Stopped(stop.at(), stop.reason());
        }
    }

    static LicenseCard of(License license, Map<String, UsageBalance> usage, Instant now) {
        LicenseView view = LicenseView.of(license, now);
        return new LicenseCard(
                view.id(),
                view.key(),
                view.state(),
                view.product(),
                view.plan(),
                view.planVersion(),
                view.effectivePlan(),
                view.customer(),
                view.issuedAt(),
                view.notBefore(),
                view.startedAt(),
                view.expiresAt(),
                view.graceUntil(),
                view.features(),
                view.policy(),
                license.counts().devices(),
                license.counts().users(),
                license.counts().leases(),
                Stopped.of(view.suspension()),
                Stopped.of(view.revocation()),
                view.terms(),
                overridden(view.overrides()),
                view.metadata(),
                usage);
    }

    private static Map<String, @Nullable Object> overridden(Overrides overrides) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        if (overrides.policy() != null) {
            all.putAll(overrides.policy());
        }
        if (overrides.features() != null) {
            all.putAll(overrides.features());
        }
        return all;
    }
}
