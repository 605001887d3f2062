package dev.licet.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a maker decides on a key, checked. */
record ApiKeyForm(
        String name, List<String> scopes, @Nullable Instant expiresAt) {

    static ApiKeyForm of(ApiKey key) {
        return new ApiKeyForm(key.name(), key.scopes(), key.expiresAt());
    }
}
