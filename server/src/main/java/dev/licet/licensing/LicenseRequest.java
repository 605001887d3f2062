package dev.licet.licensing;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence as a caller asks for it.
 *
 * @param plan id or code
 * @param product says whose plan a code means, where products share one
 * @param customer id, or externalId
 * @param users e-mail addresses or ids of users who get its seats
 * @param startsAt before it the licence permits nothing; default: now
 * @param expiresAt its end, instead of the one that the plan's term gives
 */
record LicenseRequest(
        @Nullable String plan,
        @Nullable String product,
        @Nullable String customer,
        @Nullable List<String> users,
        @Nullable Overrides overrides,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Map<String, @Nullable Object> metadata) {

    Checks checks() {
        return new Checks()
                .metadata("/metadata", metadata)
                .that("/users", users == null || users.size() <= 1000, "must have at most 1000 entries")
                .before("/expiresAt", startsAt, expiresAt, "must be after startsAt");
    }

    List<String> usersOrNone() {
        return users == null ? List.of() : users;
    }

    Overrides overridesOrNone() {
        return overrides == null ? Overrides.NONE : overrides;
    }

    Map<String, @Nullable Object> metadataOrNone() {
        return metadata == null ? Map.of() : metadata;
    }
}
