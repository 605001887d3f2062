package dev.licet.signing;

import dev.licet.platform.CannotStart;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The secret outside the database on which everything sealed inside it hangs. Nobody works with it directly: each
 * purpose has a key of its own, derived by HKDF-SHA256 (RFC 5869), so that no value can be used in another's place.
 *
 * @param secret the text of {@code LICET_MASTER_KEY} or of the file {@code master.key}; either may replace the other
 * @param origin where the secret was found, for messages
 * @param fresh it was made by this very start
 */
record MasterKey(String secret, String origin, boolean fresh) {
    static final int SHORTEST = 32;

    private static final byte[] SALT = utf8("licet master key 1");

    MasterKey {
        if (secret.length() < SHORTEST) {
            throw new CannotStart(
                    "The master key in %s has %d characters and needs at least %d: take a long random text, such as the output of: openssl rand -base64 32"
                            .formatted(origin, secret.length(), SHORTEST));
        }
    }

    SecretKey derive(String purpose, String algorithm) {
        try {
            var parts = HKDFParameterSpec.ofExtract()
                    .addSalt(SALT)
                    .addIKM(utf8(secret))
                    .thenExpand(utf8(purpose), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parts);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + origin + "]";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
