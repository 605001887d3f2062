package dev.licet.core.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.Hkdf;
import dev.licet.core.token.Hs256;
import dev.licet.core.token.Signatory;
import dev.licet.core.token.SignatureVerifier;
import java.util.Base64;

/**
 * What a program without a network signs with, and is known by: both made from the licence key's 28 characters by HKDF-SHA256 (RFC
 * 5869), from which they do not lead back to it.
 */
public final class OfflineKeys {
    private static final byte[] SALT = "licet offline 1".getBytes(US_ASCII);
    private static final byte[] FINDER = "licet offline finder".getBytes(US_ASCII);
    private static final int FINDER_LENGTH = 16;

    private final byte[] root;

    /** The keys of a licence key. */
    public OfflineKeys(LicenseKey key) {
        root = Hkdf.extract(SALT, key.body().getBytes(US_ASCII));
    }

    /** By which the server finds the licence: 16 bytes in base64url, the same for the same key for ever. */
    public String finder() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hkdf.expand(root, FINDER, FINDER_LENGTH));
    }

    Signatory signatory(String type) {
        return Hs256.signatory(finder(), key(type));
    }

    SignatureVerifier verifier(String type) {
        return Hs256.verifier(key(type));
    }

    /** One key for each kind of document, so that none passes for another. */
    private byte[] key(String type) {
        return Hkdf.expand(root, ("licet offline mac\n" + type).getBytes(US_ASCII), 32);
    }
}
