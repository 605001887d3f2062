package dev.licet.signing;

import dev.licet.core.token.Ed25519;
import dev.licet.core.token.MlDsa65;
import dev.licet.core.token.SignatureVerifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is public of a signing key.
 *
 * @param activatesAt from when on it signs
 * @param retiredAt since when another signs in its place
 * @param removedAt since when it is not to be trusted, for the reason beside it
 * @param until when the last thing that it signed ends; null when nobody knows
 */
@SuppressWarnings("ArrayRecordComponent") // Read from the database and published, never compared.
record KeyRow(
        String kid,
        String algorithm,
        byte[] publicKey,
        String status,
        Instant createdAt,
        Instant activatesAt,
        @Nullable Instant retiredAt,
        @Nullable Instant removedAt,
        @Nullable String reason,
        @Nullable Instant until) {
    static final String ANNOUNCED = "announced";
    static final String CURRENT = "current";
    static final String RETIRED = "retired";
    static final String REMOVED = "removed";

    /** Whether something that it signed, or will sign, may still be good. */
    boolean isPublished(Instant now) {
        return switch (status) {
            case REMOVED -> false;
            case RETIRED -> until == null || now.isBefore(until);
            default -> true;
        };
    }

    SignatureVerifier verifier() {
        return algorithm.equals(Ed25519.ALGORITHM)
                ? Ed25519.verifier(Ed25519.publicKey(publicKey))
                : MlDsa65.verifier(publicKey);
    }
}
