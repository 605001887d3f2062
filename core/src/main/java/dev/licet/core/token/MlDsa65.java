package dev.licet.core.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** ML-DSA-65 public keys (FIPS 204) as JWK writes them (RFC 9964: {@code kty} AKP). Java has the algorithm from release 24 on. */
public final class MlDsa65 {
    /** Its name in JWS, and in Java. */
    public static final String ALGORITHM = "ML-DSA-65";

    /** SubjectPublicKeyInfo up to the key (RFC 9881): 2.16.840.1.101.3.4.3.18. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("308207b2300b0609608648016503040312038207a100");

    private static final int KEY = 1952;
    private static final int SIGNATURE = 3309;

    private MlDsa65() {}

    /** Whether this Java can verify such signatures. */
    public static boolean isAvailable() {
        try {
            Signature.getInstance(ALGORITHM);
            return true;
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }

    /**
     * A key from its 1952 bytes. It can be made on any Java, so that a set with such a key can be read; verifying throws
     * {@link MissingAlgorithm} where Java lacks the algorithm.
     *
     * @throws IllegalArgumentException when there are not so many bytes
     */
    public static SignatureVerifier verifier(byte[] raw) {
        if (raw.length != KEY) {
            throw new IllegalArgumentException("An ML-DSA-65 public key has 1952 bytes.");
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY);
        System.arraycopy(raw, 0, encoded, PREFIX.length, KEY);
        return new Verifier(new X509EncodedKeySpec(encoded));
    }

    /** The 1952 bytes of a key. */
    public static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
    }

    /** The key's id: its JWK thumbprint (RFC 7638 with RFC 9964), in base64url. */
    public static String thumbprint(byte[] raw) {
        return Thumbprint.of(
                "{\"alg\":\"" + ALGORITHM + "\",\"kty\":\"AKP\",\"pub\":\"" + Base64Url.encode(raw) + "\"}");
    }

    private record Verifier(X509EncodedKeySpec key) implements SignatureVerifier {
        @Override
        public String algorithm() {
            return ALGORITHM;
        }

        @Override
        public boolean verify(byte[] message, byte[] signature) {
            if (signature.length != SIGNATURE) {
                return false;
            }
            try {
                Signature verifier = Signature.getInstance(ALGORITHM);
                verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(key));
                verifier.update(message);
                return verifier.verify(signature);
            } catch (NoSuchAlgorithmException e) {
                throw new MissingAlgorithm(
                        "This Java cannot verify ML-DSA-65: use Java 24 or newer, or a verifier of your own.", e);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
