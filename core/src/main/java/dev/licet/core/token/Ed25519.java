package dev.licet.core.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Ed25519 public keys (RFC 8032) in the forms they are written in. */
public final class Ed25519 {
    /** Its name in JWS (RFC 8037). */
    public static final String ALGORITHM = "EdDSA";

    private static final byte[] PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    private static final int LENGTH = 32;
    private static final int SIGNATURE = 64;

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
        return Thumbprint.of("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + Base64Url.encode(raw(key)) + "\"}");
    }

    /** Verifies with a key of this algorithm. */
    public static SignatureVerifier verifier(PublicKey key) {
        return new Verifier(key);
    }

    private record Verifier(PublicKey key) implements SignatureVerifier {
        @Override
        public String algorithm() {
            return ALGORITHM;
        }

        @Override
        public boolean verify(byte[] message, byte[] signature) {
            // Java 17 doesn't mind further bytes after a signature.
            if (signature.length != SIGNATURE) {
                return false;
            }
            try {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key);
                verifier.update(message);
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
