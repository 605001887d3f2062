package dev.licet.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** A key pair of Ed25519. */
final class SigningKey {
    static final String ALGORITHM = "EdDSA";

    private final byte[] publicKey;
    private final byte[] privateKey;

    /**
     * Takes a pair that belongs together.
     *
     * @param publicKey the 32 bytes of RFC 8032
     * @param privateKey PKCS #8 (RFC 8410), which every provider reads
     */
    SigningKey(byte[] publicKey, byte[] privateKey) {
        this.publicKey = publicKey.clone();
        this.privateKey = privateKey.clone();
    }

    static SigningKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // SubjectPublicKeyInfo of RFC 8410 ends with the bare key.
            byte[] info = pair.getPublic().getEncoded();
            return new SigningKey(
                    Arrays.copyOfRange(info, info.length - 32, info.length),
                    pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no Ed25519 keys", e);
        }
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] privateKey() {
        return privateKey.clone();
    }

    String kid() {
        return kid(publicKey);
    }

    /** The thumbprint of RFC 7638 over the members that RFC 8037 requires: the same key has the same name everywhere. */
    static String kid(byte[] publicKey) {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64(publicKey) + "\"}";
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
