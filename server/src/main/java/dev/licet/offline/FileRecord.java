package dev.licet.offline;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence file that was given out.
 *
 * @param device the place of its device, when that held one
 * @param fingerprint of the device it is for; null for any
 * @param seat the seat of its user, when that had one
 * @param actor who asked for it: an API key, or whoever has the licence key
 * @param address from where; null when staff asked
 * @param givenUpAt when its device said that it had destroyed it
 */
record FileRecord(
        UUID id,
        UUID license,
        @Nullable UUID device,
        @Nullable String fingerprint,
        @Nullable String user,
        @Nullable UUID seat,
        Instant issuedAt,
        Instant expiresAt,
        List<String> algorithms,
        boolean encrypted,
        String actor,
        @Nullable String address,
        String requestId,
        @Nullable Instant givenUpAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason) {
    static final String PREFIX = "file";

    String typeId() {
        return new TypeId(PREFIX, id).toString();
    }
}
