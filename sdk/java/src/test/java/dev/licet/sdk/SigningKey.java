package dev.licet.sdk;

import dev.licet.core.token.Ed25519;
import dev.licet.core.token.Jws;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server's key, with which tests sign real tokens. */
final class SigningKey {

    private final KeyPair pair;

    SigningKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] raw() {
        return Ed25519.raw(pair.getPublic());
    }

    String kid() {
        return Ed25519.thumbprint(pair.getPublic());
    }

    String jwks() {
        String x = Base64.getUrlEncoder().withoutPadding().encodeToString(raw());
        return """
                {"keys":[{"kty":"RSA","kid":"other","n":"AQAB","e":"AQAB"},
                {"kty":"OKP","crv":"Ed25519","use":"sig","alg":"EdDSA","kid":"%s","x":"%s"}]}""".formatted(kid(), x);
    }

    String sign(Map<String, @Nullable Object> claims) {
        return sign(Map.of("alg", "EdDSA", "typ", "license+jwt", "kid", kid()), claims);
    }

    String sign(Map<String, String> header, Map<String, @Nullable Object> claims) {
        return Jws.sign(header, claims, this::signature);
    }

    byte[] signature(byte[] input) {
        return FakeOffice.sign("Ed25519", pair.getPrivate(), input);
    }
}
