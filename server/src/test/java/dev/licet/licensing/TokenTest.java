package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.TokenVerifier;
import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program takes with it. */
class TokenTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private Vendor.@Nullable Issued license;

    @BeforeEach
    void issue() {
        vendor.feature("export", "switch").feature("import", "switch");
        license = vendor.issue(
                vendor.plan("pro", Map.of("term", "P1D", "devices", 1, "users", 1), Map.of("export", true)),
                Map.of("users", List.of("ada@example.com")));
    }

    private Vendor.Issued license() {
        assertThat(license).isNotNull();
        return java.util.Objects.requireNonNull(license);
    }

    private String token() {
        Answer activation = vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license().key(), "device", Vendor.device("laptop"), "user", "ada@example.com"))
                .expect(201);
        return activation.text("/token");
    }

    @Test
    void R48_aTokenWithAnyBitFlippedIsRefused() {
        String token = token();
        TokenVerifier verifier = Verified.verifier(vendor);
        assertThat(verifier.verify(token).license()).isEqualTo(license().id());

        for (int i = 0; i < token.length(); i++) {
            assertRefused(verifier, token, i, i % 7);
        }
        // The last character of the signature has bits that say nothing; even they may not differ.
        for (int bit = 0; bit < 7; bit++) {
            assertRefused(verifier, token, token.length() - 1, bit);
        }
    }

    private static void assertRefused(TokenVerifier verifier, String token, int at, int bit) {
        char[] altered = token.toCharArray();
        altered[at] ^= (char) (1 << bit);
        assertThatThrownBy(() -> verifier.verify(new String(altered)))
                .as("bit %d of character %d", bit, at)
                .isInstanceOf(InvalidToken.class);
    }

    @Test
    void R49_aTokenVerifiesWithALibraryOfOthers() throws Exception {
        SignedJWT jwt = SignedJWT.parse(token());
        JWKSet keys = JWKSet.parse(vendor.program.get("/.well-known/jwks.json").body());
        OctetKeyPair key = (OctetKeyPair) keys.getKeyByKeyId(jwt.getHeader().getKeyID());

        assertThat(jwt.verify(new Ed25519Verifier(key))).isTrue();
        assertThat(jwt.getHeader().getAlgorithm()).hasToString("EdDSA");
        assertThat(jwt.getHeader().getType()).hasToString("license+jwt");
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo(license().id());
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly(vendor.product);
        assertThat(jwt.getJWTClaimsSet().getJWTID()).startsWith("tok_");
        assertThat(jwt.getJWTClaimsSet().getIssuer()).startsWith("http");
        assertThat(jwt.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBeforeOrEqualTo(Instant.parse(license().answer().text("/expiresAt")));
    }

    @Test
    void R26_aTokenFailsWhenDeviceUserTimeOrFeatureDiffers() {
        LicenseToken token = Verified.token(vendor, token());
        Device laptop = new Device("laptop", Map.of());
        Device desktop = new Device("desktop", Map.of());
        Instant now = token.issuedAt();

        assertThat(code(token, laptop, "ada@example.com", "export", now)).isEqualTo("VALID");
        assertThat(code(token, desktop, "ada@example.com", "export", now)).isEqualTo("DEVICE_NOT_ACTIVATED");
        assertThat(code(token, laptop, "eve@example.com", "export", now)).isEqualTo("USER_NOT_ASSIGNED");
        assertThat(code(token, laptop, "ada@example.com", "import", now)).isEqualTo("FEATURE_NOT_INCLUDED");
        assertThat(code(token, laptop, "ada@example.com", "export", now.plus(Duration.ofDays(2))))
                .isEqualTo("EXPIRED");
    }

    private String code(LicenseToken token, Device device, String user, String feature, Instant at) {
        return token.decide(new Question(vendor.product, device, user, null, List.of(feature)), at)
                .code()
                .name();
    }

    @Test
    void carriesTheNonceAndNoSecret() {
        token();
        Answer answer = vendor.validate(
                license(), Map.of("device", Vendor.device("laptop"), "user", "ada@example.com", "nonce", "n-1"));
        String token = answer.text("/token");
        assertThat(Verified.token(vendor, token).nonce()).isEqualTo("n-1");
        String claims = new String(
                Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(claims).doesNotContain(license().key());
        assertThat(answer.body()).doesNotContain(license().key());
    }
}
