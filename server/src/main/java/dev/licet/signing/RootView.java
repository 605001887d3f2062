package dev.licet.signing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A root key as it is answered.
 *
 * @param x the public key, to be built into programs
 * @param state current or retired
 */
@Schema(name = "RootKey")
record RootView(
        String kty,
        String crv,
        String x,
        String kid,
        String alg,
        String state,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    static RootView of(RootKeyStore.Row root) {
        return new RootView(
                "OKP",
                "Ed25519",
                SigningKey.base64(root.publicKey()),
                root.kid(),
                SigningKey.ALGORITHM,
                root.status(),
                root.createdAt(),
                root.retiredAt());
    }
}
