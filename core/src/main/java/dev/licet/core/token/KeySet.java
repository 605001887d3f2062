package dev.licet.core.token;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Public keys as a server publishes them: a JWK Set (RFC 7517) of Ed25519 keys (RFC 8037) and ML-DSA-65 keys (RFC 9964).
 *
 * @param keys by key id, in the order of the document
 */
public record KeySet(Map<String, SignatureVerifier> keys) {
    public KeySet {
        keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * Reads a set; keys of other kinds are passed over (RFC 7517, 5).
     *
     * @throws IllegalArgumentException when it is no such set, or a key in it is broken
     */
    public static KeySet parse(String text) {
        try {
            return read(Json.parseObject(text));
        } catch (JsonException e) {
            throw new IllegalArgumentException("The key set is not JSON: " + e.getMessage(), e);
        }
    }

    /** The same from JSON that was read already. */
    public static KeySet read(Map<String, ? extends @Nullable Object> json) {
        Map<String, SignatureVerifier> keys = new LinkedHashMap<>();
        for (Object each : json.get("keys") instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> jwk) {
                add(keys, jwk);
            }
        }
        return new KeySet(keys);
    }

    private static void add(Map<String, SignatureVerifier> keys, Map<?, ?> jwk) {
        if ("OKP".equals(jwk.get("kty")) && "Ed25519".equals(jwk.get("crv"))) {
            var key = Ed25519.publicKey(bytes(jwk, "x"));
            keys.put(kid(jwk, Ed25519.thumbprint(key)), Ed25519.verifier(key));
        } else if ("AKP".equals(jwk.get("kty")) && MlDsa65.ALGORITHM.equals(jwk.get("alg"))) {
            byte[] raw = bytes(jwk, "pub");
            keys.put(kid(jwk, MlDsa65.thumbprint(raw)), MlDsa65.verifier(raw));
        }
    }

    private static String kid(Map<?, ?> jwk, String thumbprint) {
        return jwk.get("kid") instanceof String kid ? kid : thumbprint;
    }

    private static byte[] bytes(Map<?, ?> jwk, String name) {
        try {
            if (jwk.get(name) instanceof String text) {
                return Base64Url.decode(text);
            }
        } catch (InvalidToken e) {
            throw new IllegalArgumentException("A key in the set has a broken " + name + ".", e);
        }
        throw new IllegalArgumentException("A key in the set has no " + name + ".");
    }
}
