package dev.licet.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import dev.licet.core.token.MlDsa65;
import dev.licet.testing.Answer;
import dev.licet.testing.TestServer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeySetTest {
    private final TestServer server = TestServer.shared();

    @Test
    void is_public_and_may_be_cached() {
        Answer answer = server.http().anonymous().get("/.well-known/jwks.json").expect(200);

        assertThat(answer.header("Cache-Control")).contains("max-age=300", "public");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void tells_of_each_key_what_a_verifier_needs_and_no_more() {
        Answer answer = server.http().anonymous().get("/.well-known/jwks.json").expect(200);

        assertThat(answer.list("/keys")).hasSize(2);
        String kid = server.bean(Signer.class).kid();
        String x = answer.text("/keys/0/x");
        assertThat(answer.at("/keys/0"))
                .isEqualTo(Map.of("kty", "OKP", "crv", "Ed25519", "x", x, "kid", kid, "alg", "EdDSA", "use", "sig"));
        String pub = answer.text("/keys/1/pub");
        assertThat(Base64.getUrlDecoder().decode(pub)).hasSize(1952);
        String quantum = MlDsa65.thumbprint(Base64.getUrlDecoder().decode(pub));
        assertThat(answer.at("/keys/1"))
                .isEqualTo(Map.of("kty", "AKP", "pub", pub, "kid", quantum, "alg", "ML-DSA-65", "use", "sig"));
    }

    @Test
    void verifies_tokens_with_a_library_of_others() throws Exception {
        String token = server.bean(Signer.class)
                .sign(Map.of("typ", "license+jwt"), Map.of("sub", "lic_x", "features", List.of("export", "ünïcode")));
        JWKSet keys = JWKSet.parse(server.http()
                .anonymous()
                .get("/.well-known/jwks.json")
                .expect(200)
                .body());

        SignedJWT jwt = SignedJWT.parse(token);
        OctetKeyPair key = (OctetKeyPair) keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(key.computeThumbprint()).hasToString(key.getKeyID());
        assertThat(jwt.verify(new Ed25519Verifier(key))).isTrue();
        assertThat(jwt.getHeader().getType()).hasToString("license+jwt");
        assertThat(jwt.getJWTClaimsSet().getStringListClaim("features")).containsExactly("export", "ünïcode");

        String[] parts = token.split("\\.", -1);
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"sub\":\"lic_y\"}".getBytes(UTF_8));
        assertThat(SignedJWT.parse(parts[0] + "." + forged + "." + parts[2]).verify(new Ed25519Verifier(key)))
                .isFalse();
    }

    @Test
    void keeps_its_key_over_a_restart_and_shows_retired_keys() {
        try (var own = TestServer.start(Map.of())) {
            String kid = own.bean(Signer.class).kid();
            SigningKey old = SigningKey.make();
            own.jdbc()
                    .sql("""
                            insert into signing_keys (kid, alg, public_key, sealed_private, status,
                                                      created_at, activates_at, retired_at)
                            values (:kid, 'EdDSA', :public, '', 'retired', '2026-01-01Z', '2026-01-01Z', '2026-02-01Z')
                            """)
                    .param("kid", old.kid())
                    .param("public", old.publicKey())
                    .update();
            own.restart();

            assertThat(own.bean(Signer.class).kid()).isEqualTo(kid);
            Answer keys = own.http().get("/.well-known/jwks.json").expect(200);
            assertThat(keys.text("/keys/0/kid")).isEqualTo(kid);
            assertThat(keys.text("/keys/1/kid")).isEqualTo(old.kid());
        }
    }
}
