package dev.licet.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key as callers and events see it.
 *
 * @param key the text of the key, only in the answer that made it
 */
record ApiKeyView(
        String id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

    static ApiKeyView of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyView of(ApiKey key, @Nullable String text) {
        return new ApiKeyView(
                key.ref(),
                key.name(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt(),
                text);
    }

    @Override
    public String toString() {
        return "ApiKeyView[" + id + "]";
    }
}
