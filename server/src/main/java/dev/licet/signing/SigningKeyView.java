package dev.licet.signing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signing key as it is answered.
 *
 * @param state announced, current, retired or removed
 * @param activatesAt from when on it signs
 * @param verifiesUntil to the day, when the last thing that it has signed so far ends; a retired key is published until then
 */
@Schema(name = "SigningKey")
record SigningKeyView(
        String kid,
        String algorithm,
        String state,
        Instant createdAt,
        Instant activatesAt,
        @Nullable Instant retiredAt,
        @Nullable Instant verifiesUntil,
        @Nullable Instant removedAt,
        @Nullable String reason) {

    static SigningKeyView of(KeyRow key) {
        return new SigningKeyView(
                key.kid(),
                key.algorithm(),
                key.status(),
                key.createdAt(),
                key.activatesAt(),
                key.retiredAt(),
                key.until(),
                key.removedAt(),
                key.reason());
    }
}
