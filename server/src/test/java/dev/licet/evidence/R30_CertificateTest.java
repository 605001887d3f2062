package dev.licet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.licet.testing.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A document for customers that machines and people read. */
class R30_CertificateTest {
    private final Office office =
            Office.onMovingServer("software", Map.of("term", "P1Y", "grace", "P14D", "devices", 3, "users", 5));

    @Test
    void R30_the_certificate_says_all_and_any_jose_library_verifies_it() throws Exception {
        String eula = Office.unique("eula");
        office.terms(eula, "7", Map.of());
        Answer license = office.issueTo("organization", "Müller & Söhne <GmbH>");
        office.api
                .post(
                        Office.path(license, "/terms-acceptances"),
                        Map.of("terms", eula, "acceptedBy", Office.person("Ada")))
                .expect(201);

        Answer certificate =
                office.api.get(Office.path(license, "/certificate")).expect(200);
        SignedJWT jwt = SignedJWT.parse(certificate.text("/token"));
        JWKSet keys = JWKSet.parse(office.anybody.get("/.well-known/jwks.json").body());
        assertThat(jwt.verify(new Ed25519Verifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toOctetKeyPair())))
                .isTrue();
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("license-certificate+jwt");
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo(license.text("/id"));

        assertThat(certificate.text("/claims/holder/name")).isEqualTo("Müller & Söhne <GmbH>");
        assertThat(certificate.text("/claims/product/name")).isEqualTo("Notes");
        assertThat(certificate.text("/claims/plan/name")).isEqualTo("Professional");
        assertThat(certificate.text("/claims/expiresAt")).isEqualTo(license.text("/expiresAt"));
        assertThat(certificate.text("/claims/graceUntil")).isEqualTo(license.text("/graceUntil"));
        assertThat(certificate.at("/claims/limits/devices")).hasToString("3");
        assertThat(certificate.at("/claims/limits/users")).hasToString("5");
        assertThat(certificate.text("/claims/terms/version")).isEqualTo("7");
        assertThat(certificate.text("/claims/terms/acceptedBy")).isEqualTo("Ada");
        assertThat(certificate.text("/claims/number")).isEqualTo(certificate.text("/number"));
        assertThat(jwt.getJWTClaimsSet().getStringClaim("number")).isEqualTo(certificate.text("/number"));
        assertThat(certificate.body()).doesNotContain(license.text("/key"));
    }
}
