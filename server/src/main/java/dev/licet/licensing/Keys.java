package dev.licet.licensing;

import dev.licet.core.file.OfflineKeys;
import dev.licet.core.key.LicenseKey;
import dev.licet.platform.Problem;
import dev.licet.signing.Fingers;
import dev.licet.signing.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Licence keys: found by a keyed hash of what was typed, kept sealed so that they can be shown again to someone who may. */
@Component
class Keys {
    private static final String PURPOSE = "license-key";
    private static final String FINDER = "license-key-finder";

    private final Fingers fingers;
    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    Keys(Fingers fingers, Sealer sealer) {
        this.fingers = fingers;
        this.sealer = sealer;
    }

    /** A new key with the forms in which it is stored: how it is found, how it is kept, how a program without a network is known. */
    @SuppressWarnings("ArrayRecordComponent") // Handed to the database as it is, never compared.
    record Made(LicenseKey key, byte[] hash, byte[] sealed, byte[] finder) {}

    Made make(@Nullable String prefix) {
        LicenseKey key = LicenseKey.generate(random, prefix);
        byte[] plain = key.toString().getBytes(StandardCharsets.US_ASCII);
        return new Made(key, hash(key), sealer.seal(PURPOSE, plain), finder(key));
    }

    byte[] hash(LicenseKey key) {
        return fingers.hash(PURPOSE, key.body());
    }

    byte[] finder(LicenseKey key) {
        return finder(new OfflineKeys(key).finder());
    }

    /** What a program without a network is known by, as it is stored. */
    byte[] finder(String finder) {
        return fingers.hash(FINDER, finder);
    }

    String open(byte[] sealed) {
        return new String(sealer.open(PURPOSE, sealed), StandardCharsets.US_ASCII);
    }

    /** A key as a program sent it; empty when it has a typing error, which no licence's key has. */
    static Optional<LicenseKey> typed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("/key", "is required, here or as the header Authorization: License <key>");
        }
        try {
            return Optional.of(LicenseKey.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
