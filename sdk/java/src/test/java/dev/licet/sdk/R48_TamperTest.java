package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.sdk.FakeServer.Reply;
import dev.licet.sdk.LicetException.Untrusted;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R48: what is believed, and what is not. */
class R48_TamperTest extends LicetTest {

    @Test
    void eachQuestionHasItsOwnNonce() {
        LicetClient client = activated();
        client.validate();
        Object first = server.last().body().get("nonce");
        client.validate();
        assertThat(server.last().body().get("nonce")).isNotNull().isNotEqualTo(first);
    }

    @Test
    void featuresAreWhatIsSignedAndNotWhatStandsBeside() {
        LicetClient client = activated();
        license.extra = Map.of("features", Map.of("admin", true, "maxNotes", 1_000_000));
        assertThat(client.validate().features()).doesNotContainKey("admin");
        assertThat(client.limit("maxNotes")).hasValue(500);
    }

    @Test
    void aYesWithoutATokenPermitsNothing() {
        LicetClient client = client(builder().licenseKey(KEY));
        server.answer(Reply.json(200, Map.of("valid", true, "code", "VALID", "features", Map.of("export", true))));
        assertThatThrownBy(client::validate).isInstanceOf(Untrusted.class);
        assertThat(client.feature("export")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "aud, other, product",
        "device, other, device",
        "user, eve@example.com, user",
        "sub, lic_other, licence",
        "nonce, old, another question",
        "exp, 1, had ended"
    })
    void aTokenForSomethingElseIsNotBelieved(String claim, String value, String why) {
        LicetClient client = activated();
        forgeClaims(claims -> {
            claims.put(claim, claim.equals("exp") ? (Object) 1 : value);
            if (claim.equals("device")) {
                claims.remove("components");
            }
        });
        assertThatThrownBy(client::validate).isInstanceOf(Untrusted.class).hasMessageContaining(why);
        assertThat(client.feature("export")).as("the last good answer stands").isTrue();
    }

    @Test
    void aTokenForADeviceWithOtherPartsIsNotBelieved() {
        LicetClient client = activated();
        forgeClaims(claims -> claims.put("components", Map.of("custom", "other")));
        assertThatThrownBy(client::validate).isInstanceOf(Untrusted.class).hasMessageContaining("device");
    }

    @Test
    void aRecordedAnswerIsNotBelieved() {
        LicetClient client = activated();
        client.validate();
        Map<String, Object> recorded =
                Map.of("valid", true, "token", license.signing.sign(license.claims(server.last())));
        server.answer(Reply.json(200, recorded));
        assertThatThrownBy(client::validate).isInstanceOf(Untrusted.class).hasMessageContaining("another question");
    }

    @Test
    void aKeyOfSomebodyElseIsNotBelieved() {
        LicetClient client = activated();
        SigningKey theirs = new SigningKey();
        server.forge(answer -> with(answer, theirs.sign(license.claims(server.last()))));
        assertThatThrownBy(client::validate).isInstanceOf(Untrusted.class);
        Map<String, String> ourName = Map.of("alg", "EdDSA", "typ", "license+jwt", "kid", license.signing.kid());
        server.forge(answer -> with(answer, theirs.sign(ourName, license.claims(server.last()))));
        assertThatThrownBy(client::validate).isInstanceOf(Untrusted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "ES256", "Ed25519"})
    void theTokenDoesNotChooseTheAlgorithm(String algorithm) {
        LicetClient client = activated();
        Map<String, String> header = Map.of("alg", algorithm, "typ", "license+jwt", "kid", license.signing.kid());
        server.forge(answer -> with(answer, license.signing.sign(header, license.claims(server.last()))));
        assertThatThrownBy(client::validate).isInstanceOf(Untrusted.class);
    }

    @Test
    void noBitOfATokenCanBeChanged() {
        String token = license.signing.sign(license.claims(question()));
        TokenCheck check = new TokenCheck(settings(), new Trust(settings()));
        assertThat(check.check(token, null).plan()).isEqualTo("pro");
        int changes = 0;
        for (int i = 0; i < token.length(); i += 7) {
            for (int bit = 0; bit < 7; bit++) {
                String altered = token.substring(0, i) + (char) (token.charAt(i) ^ (1 << bit)) + token.substring(i + 1);
                assertThatThrownBy(() -> check.check(altered, null)).isInstanceOf(Untrusted.class);
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(500);
    }

    @Test
    void takesRawKeysAndSeveralKeys() {
        LicetClient client = client(LicetClient.of(server.url())
                .product("notes")
                .key(new SigningKey().raw())
                .key(license.signing.raw())
                .store(folder)
                .fingerprint(DEVICE)
                .clock(clock));
        assertThat(client.activate(KEY).valid()).isTrue();
    }

    @Test
    void whatIsSentHoldsNoMoreThanIsSaid() {
        activated().validate();
        assertThat(server.last().body()).containsOnlyKeys("key", "product", "device", "version", "nonce");
        assertThat(Base64.getUrlDecoder().decode((String) server.last().body().get("nonce")))
                .hasSize(16);
    }

    private void forgeClaims(Consumer<Map<String, @Nullable Object>> change) {
        server.forge(answer -> {
            Map<String, @Nullable Object> claims = license.claims(server.last());
            change.accept(claims);
            return with(answer, license.signing.sign(claims));
        });
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> answer, String token) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(answer);
        changed.put("token", token);
        return changed;
    }

    private static FakeServer.Asked question() {
        return new FakeServer.Asked("POST", "/", Map.of(), Map.of());
    }

    private Settings settings() {
        return builder().settings();
    }
}
