package dev.licet.core.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.Hkdf;
import java.util.Base64;

/**
 * What an encrypted file is encrypted under: HKDF-SHA256 (RFC 5869) of the licence key's 28 characters, which hold 130 random bits,
 * salted with the file's own id.
 */
final class FileKeys {
    private static final String CONTENT = "licet license file content\n";
    private static final String KEY = "licet license file key";
    private static final String DEVICE = "licet license file device\n";
    private static final int HINT = 16;

    private final byte[] root;

    FileKeys(LicenseKey key, String file) {
        root = Hkdf.extract(file.getBytes(UTF_8), key.body().getBytes(US_ASCII));
    }

    /** @param fingerprint of the device it is for; empty for a file that is for any */
    byte[] content(String fingerprint) {
        return Hkdf.expand(root, (CONTENT + fingerprint).getBytes(UTF_8), 32);
    }

    /** By which a program tells another licence key from an altered file. It gives nothing away: the key cannot be guessed. */
    String keyHint() {
        return hint(KEY);
    }

    /** By which the holder of the licence key tells another device from an altered file. */
    String deviceHint(String fingerprint) {
        return hint(DEVICE + fingerprint);
    }

    private String hint(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hkdf.expand(root, purpose.getBytes(UTF_8), HINT));
    }
}
