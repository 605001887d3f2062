package dev.licet.sdk;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import dev.licet.core.token.Ed25519;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Public keys as a server publishes them: a JWK Set (RFC 7517) with Ed25519 keys (RFC 8037). */
final class Keys {

    private Keys() {}

    /**
     * The Ed25519 keys of a set by id; others are left out.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Map<String, PublicKey> read(String jwks) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        try {
            if (Json.parseObject(jwks).get("keys") instanceof List<?> list) {
                for (Object each : list) {
                    if (each instanceof Map<?, ?> jwk
                            && "OKP".equals(jwk.get("kty"))
                            && "Ed25519".equals(jwk.get("crv"))) {
                        PublicKey key = key(jwk);
                        keys.put(jwk.get("kid") instanceof String kid ? kid : Ed25519.thumbprint(key), key);
                    }
                }
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException("The key set is not JSON: " + e.getMessage(), e);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "The key set has no Ed25519 key: give what the server's " + "/.well-known/jwks.json says.");
        }
        return keys;
    }

    private static PublicKey key(Map<?, ?> jwk) {
        if (jwk.get("x") instanceof String x) {
            return Ed25519.publicKey(Base64.getUrlDecoder().decode(x));
        }
        throw new IllegalArgumentException("A key in the set has no x.");
    }
}
