package dev.licet.core.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as JWS has it (RFC 7518, 3.2): whoever can verify can sign as well. */
public final class Hs256 {
    /** Its name in JWS. */
    public static final String ALGORITHM = "HS256";

    private static final int LENGTH = 32;

    private Hs256() {}

    /** Signs with a key of 32 bytes. */
    public static Signatory signatory(String kid, byte[] key) {
        SecretKeySpec secret = secret(key);
        return new Signatory(ALGORITHM, kid, message -> mac(secret, message));
    }

    /** Verifies with a key of 32 bytes. */
    public static SignatureVerifier verifier(byte[] key) {
        return new Verifier(secret(key));
    }

    private static SecretKeySpec secret(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("A key for HS256 has 32 bytes.");
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
        }
    }

    private record Verifier(SecretKeySpec key) implements SignatureVerifier {
        @Override
        public String algorithm() {
            return ALGORITHM;
        }

        @Override
        public boolean verify(byte[] message, byte[] signature) {
            return MessageDigest.isEqual(mac(key, message), signature);
        }
    }
}
