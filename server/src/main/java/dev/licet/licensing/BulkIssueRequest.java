package dev.licet.licensing;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many licences on the same terms.
 *
 * @param count how many, 1 to 1,000,000
 * @param plan id or code; the rest as for one licence
 */
record BulkIssueRequest(
        @Nullable String plan,
        @Nullable String product,
        @Nullable Integer count,
        @Nullable String customer,
        @Nullable Overrides overrides,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Map<String, @Nullable Object> metadata) {
    static final int MOST = 1_000_000;

    int checkedCount() {
        new Checks().required("/count", count).range("/count", count, 1, MOST).done();
        return count == null ? 0 : count;
    }

    LicenseRequest each() {
        return new LicenseRequest(plan, product, customer, null, overrides, startsAt, expiresAt, metadata);
    }
}
