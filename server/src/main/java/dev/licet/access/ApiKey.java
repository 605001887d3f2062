package dev.licet.access;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key with which a program or a person manages Licet. The text of the key itself is known to its owner only. */
record ApiKey(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        long version) {
    private static final String PREFIX = "key";

    String ref() {
        return new TypeId(PREFIX, id).toString();
    }

    static UUID id(String ref) {
        return TypeId.find(PREFIX, ref).orElseThrow(ApiKey::notFound);
    }

    static Problem notFound() {
        return Problem.notFound("API key");
    }

    boolean worksAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether it can make other keys for as long as nobody takes that from it. */
    boolean keepsAccess() {
        return revokedAt == null && expiresAt == null && scopes.contains(Scopes.KEYS_WRITE);
    }

    ApiKey with(ApiKeyForm form) {
        return new ApiKey(
                id, form.name(), form.scopes(), createdAt, form.expiresAt(), lastUsedAt, revokedAt, version + 1);
    }

    ApiKey revoked(Instant now) {
        return new ApiKey(id, name, scopes, createdAt, expiresAt, lastUsedAt, now, version + 1);
    }
}
