package dev.licet.core.token;

import java.util.function.UnaryOperator;

/**
 * A key that signs.
 *
 * @param algorithm the algorithm as JWS names it
 * @param kid the key's id, by which a verifier finds the public key
 * @param signer makes the signature of the bytes it is given
 */
public record Signatory(String algorithm, String kid, UnaryOperator<byte[]> signer) {}
