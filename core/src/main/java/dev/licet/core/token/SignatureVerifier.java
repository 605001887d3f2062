package dev.licet.core.token;

/**
 * A public key with the one algorithm it is for (RFC 8725, 3.1). Licet has {@link Ed25519#verifier} and {@link MlDsa65#verifier}; a
 * program on a Java without ML-DSA may hand in one of its own.
 */
public interface SignatureVerifier {
    /** The algorithm as JWS names it, such as {@code EdDSA} or {@code ML-DSA-65}. */
    String algorithm();

    /**
     * Whether the signature over the message is this key's.
     *
     * @throws MissingAlgorithm when this Java cannot tell
     */
    boolean verify(byte[] message, byte[] signature);
}
