package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.Standing;
import dev.licet.core.id.TypeId;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence as it is recorded, with its plan's terms and what overrides them.
 *
 * @param version counts the changes of this record
 * @param key what may be shown of its key
 * @param services the codes of those features of the product that are services
 * @param releases what the vendor says of the product's versions; the releases on record only where a decision needs them
 * @param policy in force: the plan's with the overrides laid over it; so are the features
 */
record License(
        UUID id,
        long version,
        KeyMask key,
        Contract contract,
        String plan,
        UUID productId,
        String product,
        List<String> services,
        Releases releases,
        Policy policy,
        Features features,
        Facts.@Nullable Fallback fallback,
        Instant issuedAt,
        @Nullable Instant checkedInAt,
        Counts counts) {
    static final String PREFIX = "lic";

    /** @param hint the last four characters */
    record KeyMask(@Nullable String prefix, String hint) {}

    /** How many places are taken. */
    record Counts(int devices, int users, int leases) {}

    /** Another licence on the same terms, as it is when it has just been issued. */
    License likewise(UUID id, KeyMask key, Contract contract) {
        return new License(
                id, 1, key, contract, plan, productId, product, services, releases, policy, features, fallback,
                issuedAt, null, counts);
    }

    /** The same licence on other terms. */
    License on(Policy policy, Features features, Facts.@Nullable Fallback fallback) {
        return new License(
                id,
                version,
                key,
                contract,
                plan,
                productId,
                product,
                services,
                releases,
                policy,
                features,
                fallback,
                issuedAt,
                checkedInAt,
                counts);
    }

    String typeId() {
        return typeId(id);
    }

    static String typeId(UUID id) {
        return new TypeId(PREFIX, id).toString();
    }

    Facts facts(Facts.Devices devices, Facts.Users users) {
        return facts(devices, users, Facts.Leases.NONE);
    }

    Facts facts(Facts.Devices devices, Facts.Users users, Facts.Leases leases) {
        return new Facts(
                product,
                plan,
                policy,
                features,
                fallback,
                contract.term(),
                at(contract.suspension()),
                at(contract.revocation()),
                checkedInAt,
                devices,
                users,
                leases,
                Facts.Usage.NONE,
                releases);
    }

    /** The end of its maintenance; null when it has none, or none yet. */
    @Nullable Instant maintainedUntil() {
        return contract.term().maintainedUntil(policy);
    }

    Standing standing(Instant now) {
        return Standing.of(facts(Facts.Devices.NONE, Facts.Users.NONE), now);
    }

    /** The question with the product's code, where the program named it by id. */
    Question byCode(Question asked) {
        return new TypeId("prod", productId).toString().equals(asked.product()) ? asked.about(product) : asked;
    }

    private static @Nullable Instant at(Contract.@Nullable Stop stop) {
        return stop == null ? null : stop.at();
    }
}
