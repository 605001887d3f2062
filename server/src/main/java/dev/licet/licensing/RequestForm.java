package dev.licet.licensing;

import dev.licet.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for licences.
 *
 * @param plan id or code
 * @param customer id, or externalId; who gets the licences
 * @param requester who wishes
 * @param quantity how many licences; default: 1
 * @param overrides what they should have otherwise than the plan
 */
record RequestForm(
        @Nullable String plan,
        @Nullable String product,
        @Nullable String customer,
        @Nullable Requester requester,
        @Nullable String reason,
        @Nullable Integer quantity,
        @Nullable Overrides overrides) {
    private static final int MOST = 1000;

    /** Who wishes for a licence; need not be known otherwise. */
    record Requester(@Nullable String name, @Nullable String email) {}

    void check() {
        new Checks()
                .required("/requester", requester)
                .text("/requester/name", requester == null ? null : requester.name(), 1, 200)
                .email("/requester/email", requester == null ? null : requester.email())
                .text("/reason", reason, 0, 2000)
                .range("/quantity", quantity, 1, MOST)
                .done();
    }

    int quantityOrOne() {
        return quantity == null ? 1 : quantity;
    }

    LicenseRequest each() {
        return new LicenseRequest(plan, product, customer, null, overrides, null, null, null);
    }
}
