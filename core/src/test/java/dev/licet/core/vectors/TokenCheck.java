package dev.licet.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Standing;
import dev.licet.core.json.Fields;
import dev.licet.core.json.Json;
import dev.licet.core.token.Ed25519;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jws;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.TokenVerifier;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs tokens: whether they are trusted, what they say, what they permit and how long they are good. */
final class TokenCheck {
    private TokenCheck() {}

    static void token(Vector vector) {
        vector.only("header", "claims", "token");
        shown(vector);
        Expectation.compare(vector.expect(), read(vector));
    }

    static void offline(Vector vector) {
        vector.only("claims", "token", "question", "at");
        shown(vector);
        LicenseToken token = new TokenVerifier(keys(vector)).verify(vector.text("token"));
        DecisionCheck.compare(vector, token.decide(DecisionCheck.question(vector), vector.instant("at")));
    }

    static void expiry(Vector vector) {
        vector.only("facts", "at");
        Facts facts = Objects.requireNonNull(DecisionCheck.facts(vector));
        Instant now = vector.instant("at");
        Instant exp = LicenseToken.expiry(facts.policy(), Standing.of(facts, now), now);
        Expectation.compare(vector.expect(), Map.of("exp", exp.toString()));
    }

    private static Map<String, @Nullable Object> read(Vector vector) {
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        try {
            LicenseToken token = new TokenVerifier(keys(vector)).verify(vector.text("token"));
            actual.put("trusted", true);
            actual.put("license", token.license());
            actual.put("product", token.product());
            actual.put("plan", token.plan());
            actual.put("state", Fields.camelCase(token.state()));
            actual.put("issuedAt", token.issuedAt().toString());
            actual.put("expiresAt", token.expiresAt().toString());
            actual.put("device", token.device() == null ? null : token.device().fingerprint());
            actual.put("user", token.user());
            actual.put("nonce", token.nonce());
        } catch (InvalidToken e) {
            actual.put("trusted", false);
        }
        return actual;
    }

    /** What a case shows in clear has to be what its token holds. */
    private static void shown(Vector vector) {
        if (vector.json().containsKey("claims")) {
            Jws jws = Jws.parse(vector.text("token"));
            assertThat(jws.claims()).isEqualTo(vector.object("claims"));
            if (vector.json().containsKey("header")) {
                assertThat(jws.header()).isEqualTo(vector.object("header"));
            }
        }
    }

    private static Map<String, PublicKey> keys(Vector vector) {
        Map<String, PublicKey> keys = new HashMap<>();
        Fields jwks = Objects.requireNonNull(Fields.of(vector.file()).object("jwks"));
        for (Fields jwk : jwks.objects("keys")) {
            byte[] x = Base64.getUrlDecoder().decode(jwk.requiredText("x"));
            keys.put(jwk.requiredText("kid"), Ed25519.publicKey(x));
        }
        assertThat(keys).as(Json.write(vector.file().get("jwks"))).isNotEmpty();
        keys.forEach((kid, key) -> assertThat(kid).isEqualTo(Ed25519.thumbprint(key)));
        return keys;
    }
}
