package dev.licet.access;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a POST, and of a PATCH once it is merged. */
record ApiKeyRequest(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Instant expiresAt) {

    static ApiKeyRequest of(ApiKey key) {
        return new ApiKeyRequest(key.name(), List.copyOf(key.scopes()), key.expiresAt());
    }

    ApiKeyForm checked() {
        var checks = new Checks()
                .text("/name", name, 1, 200)
                .that("/scopes", scopes != null && !scopes.isEmpty(), "must name at least one scope");
        List<@Nullable String> named = scopes == null ? List.of() : scopes;
        for (int i = 0; i < named.size(); i++) {
            checks.oneOf("/scopes/" + i, named.get(i), Scopes.ALL);
        }
        checks.done();
        return new ApiKeyForm(
                Objects.requireNonNull(name),
                named.stream().filter(Objects::nonNull).distinct().sorted().toList(),
                expiresAt);
    }
}
