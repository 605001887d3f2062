package dev.licet.signing;

import dev.licet.core.token.Ed25519;
import dev.licet.core.token.MlDsa65;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A key pair of Ed25519 or ML-DSA-65. */
final class SigningKey {
    static final String ALGORITHM = Ed25519.ALGORITHM;

    private final String algorithm;
    private final byte[] publicKey;
    private final byte[] privateKey;

    /**
     * Takes a pair that belongs together.
     *
     * @param algorithm as JWS names it
     * @param publicKey the bare bytes, of RFC 8032 or FIPS 204
     * @param privateKey PKCS #8, as Java writes it
     */
    SigningKey(String algorithm, byte[] publicKey, byte[] privateKey) {
        this.algorithm = algorithm;
        this.publicKey = publicKey.clone();
        this.privateKey = privateKey.clone();
    }

    static SigningKey make() {
        return make(ALGORITHM);
    }

    static SigningKey make(String algorithm) {
        boolean classic = algorithm.equals(ALGORITHM);
        try {
            KeyPair pair = KeyPairGenerator.getInstance(classic ? "Ed25519" : algorithm)
                    .generateKeyPair();
            byte[] raw = classic ? Ed25519.raw(pair.getPublic()) : MlDsa65.raw(pair.getPublic());
            return new SigningKey(algorithm, raw, pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no keys for " + algorithm, e);
        }
    }

    String algorithm() {
        return algorithm;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] privateKey() {
        return privateKey.clone();
    }

    String kid() {
        return kid(algorithm, publicKey);
    }

    static String kid(byte[] publicKey) {
        return kid(ALGORITHM, publicKey);
    }

    /** The thumbprint of RFC 7638: the same key has the same name everywhere. */
    static String kid(String algorithm, byte[] publicKey) {
        return algorithm.equals(ALGORITHM)
                ? Ed25519.thumbprint(Ed25519.publicKey(publicKey))
                : MlDsa65.thumbprint(publicKey);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
