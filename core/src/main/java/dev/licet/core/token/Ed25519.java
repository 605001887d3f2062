package dev.licet.core.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Ed25519 public keys (RFC 8032) in the forms they are written in. */
public final class Ed25519 {
    private static final byte[] PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    private static final int LENGTH = 32;

    private Ed25519() {}

    /**
     * A key from its 32 bytes.
     *
     * @throws IllegalArgumentException when they are no key
     */
    public static PublicKey publicKey(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new IllegalArgumentException("An Ed25519 public key has 32 bytes.");
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
        System.arraycopy(raw, 0, encoded, PREFIX.length, LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key.", e);
        }
    }

    /** The 32 bytes of a key. */
    public static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    }

    /** The key's id: its JWK thumbprint (RFC 7638 with RFC 8037, 2), in base64url. */
    public static String thumbprint(PublicKey key) {
        String x = Base64.getUrlEncoder().withoutPadding().encodeToString(raw(key));
        String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(jwk.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
