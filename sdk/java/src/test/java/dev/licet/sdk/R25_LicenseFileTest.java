package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.MissingAlgorithm;
import dev.licet.core.token.MlDsa65;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.sdk.device.Fingerprint;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R25, R26: licence files that are signed, encrypted and hybrid, and what each is good for. */
class R25_LicenseFileTest extends LicetTest {

    private FakeOffice office;

    @BeforeEach
    void office() {
        office = server.office;
    }

    private ClientBuilder trusting() {
        return builder().keys(office.jwks());
    }

    @Test
    void signed() {
        assertThat(client().offline().install(office.file()).valid()).isTrue();
        assertThat(client().feature("export")).isTrue();
    }

    @Test
    void encrypted() {
        String file = office.encrypted(KEY);
        assertBad(Code.FILE_OTHER_KEY, client -> client.offline().install(file), builder());
        String other = LicenseKey.generate(new SecureRandom(), null).toString();
        assertBad(
                Code.FILE_OTHER_KEY,
                client -> client.offline().install(file),
                builder().licenseKey(other));
        assertBad(
                Code.FILE_OTHER_DEVICE,
                client -> client.offline().install(file),
                builder().licenseKey(KEY).fingerprint(Fingerprint.of("acme", "device 2")));
        LicetClient client = client(builder().licenseKey(KEY));
        assertThat(client.offline().install(file).valid()).isTrue();
        assertThat(client(builder().licenseKey(KEY)).feature("export")).isTrue();
    }

    @Test
    void encryptedForTheKeyOfARequest() {
        LicetClient client = client();
        client.offline().request(KEY);
        assertThat(client.offline().install(office.encrypted(KEY)).valid()).isTrue();
        assertThat(client().feature("export")).as("the key was kept").isTrue();
    }

    @Test
    void hybrid() {
        ClientBuilder both = trusting().algorithms("EdDSA", "ML-DSA-65");
        assertThat(client(both).offline().install(office.hybrid()).valid()).isTrue();
        assertThat(client(both).feature("export")).isTrue();
        assertBad(Code.FILE_UNTRUSTED, client -> client.offline().install(office.file()), both);
        assertBad(Code.FILE_UNTRUSTED, client -> client.offline().install(office.hybrid()), builder());
        assertThatIllegalArgumentException().isThrownBy(() -> builder().algorithms("RS256"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().algorithms());
    }

    /** As on a Java that has no ML-DSA: nothing can be said of the file, neither good nor bad. */
    @Test
    void hybridWhereJavaLacksTheAlgorithm() {
        SignatureVerifier lacking = new SignatureVerifier() {
            @Override
            public String algorithm() {
                return MlDsa65.ALGORITHM;
            }

            @Override
            public boolean verify(byte[] message, byte[] signature) {
                throw new MissingAlgorithm("This Java cannot verify ML-DSA-65.", new Exception());
            }
        };
        ClientBuilder builder = builder().key(office.quantumKid(), lacking).keys(office.jwks());
        assertBad(Code.FILE_UNSUPPORTED, client -> client.offline().install(office.hybrid()), builder);
        assertThat(client(builder).offline().install(office.file()).valid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "device,     another,              DEVICE_NOT_ACTIVATED",
        "user,       eve@example.com,      USER_NOT_ASSIGNED",
        "aud,        other,                PRODUCT_MISMATCH",
        "startsAt,   2026-11-23T00:00:00Z, NOT_STARTED",
        "expiresAt,  2026-11-22T00:00:00Z, EXPIRED"
    })
    void R26_eachHasItsOwnCode(String claim, String value, Code code) {
        LicetClient client = client(builder().user("ada@example.com"));
        Map<String, @Nullable Object> claims = office.claims(claim, value);
        if (claim.equals("startsAt")) {
            claims.remove("startedAt");
        }
        License no = client.offline().inspect(office.file(claims));
        assertThat(no.code()).isEqualTo(code);
        assertThat(no.valid()).isFalse();
        assertThat(no.features()).isEmpty();
        assertThat(client.license().code()).as("it was only looked at").isEqualTo(Code.NOT_ACTIVATED);
    }

    @Test
    void R26_forAnotherFeature() {
        LicetClient client = client();
        client.offline().install(office.file());
        assertThat(client.feature("sso")).isFalse();
    }

    @Test
    void aFileThatBeginsLaterIsInstalledAtOnce() {
        LicetClient client = client();
        Map<String, @Nullable Object> claims = office.claims("startsAt", "2026-11-23T00:00:00Z");
        claims.remove("startedAt");
        assertThat(client.offline().install(office.file(claims)).code()).isEqualTo(Code.NOT_STARTED);
        clock.set("2026-11-23T00:00:00Z");
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void whatPermitsNothingHereDoesNotTakeThePlaceOfWhatStands() {
        LicetClient client = client();
        client.offline().install(office.file());
        clock.move(Duration.ofDays(1));
        client.offline().install(office.file(office.claims("device", "another")));
        assertBad(Code.FILE_UNTRUSTED, it -> it.offline().install(foreign()), builder());
        assertThat(client.feature("export")).isTrue();
        assertThat(client().feature("export")).isTrue();
    }

    @Test
    void theServersLaterNoCountsAndAYetLaterFileDoes() {
        LicetClient client = activated();
        String early = office.file();
        client.offline().install(early);
        clock.move(Duration.ofHours(1));
        license.code = "SUSPENDED";
        assertThat(client.validate().code()).isEqualTo(Code.SUSPENDED);
        assertThat(client.license().code()).isEqualTo(Code.SUSPENDED);
        assertThat(client().license().code()).isEqualTo(Code.SUSPENDED);
        clock.move(Duration.ofHours(1));
        assertThat(client.offline().install(office.file()).valid()).isTrue();
    }

    @Test
    void whatWasSignedLaterCountsAndTheOtherAfterItsEnd() {
        LicetClient client = activated();
        server.down();
        clock.move(Duration.ofDays(1));
        license.plan = "enterprise";
        license.features = Map.of("export", false);
        client.offline().install(office.file());
        assertThat(client.license().plan()).contains("enterprise");
        assertThat(client.feature("export")).isFalse();
        clock.move(Duration.ofDays(8));
        assertThat(client.license().valid()).as("longer than an answer").isTrue();
        assertThat(client.validate().warnings()).extracting(Warning::code).contains(Warning.UNREACHABLE);
    }

    @Test
    void aFileProvesThatItIsNoEarlier() {
        LicetClient client = client();
        String file = office.file();
        clock.move(Duration.ofDays(-3));
        assertThat(client.offline().install(file).code()).isEqualTo(Code.CLOCK_SET_BACK);
        clock.move(Duration.ofDays(3));
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void theAnswerToANewRequestMendsAClockThatWasAhead() {
        LicetClient client = client();
        client.offline().install(office.file());
        clock.move(Duration.ofDays(5000));
        client.validate();
        client.close();
        clock.move(Duration.ofDays(-5000));
        LicetClient next = client();
        assertThat(next.license().code()).isEqualTo(Code.CLOCK_SET_BACK);
        assertThat(next.offline().install(office.file()).code()).isEqualTo(Code.CLOCK_SET_BACK);
        String request = next.offline().request(KEY);
        Object nonce = dev.licet.core.file.ActivationRequest.open(request)
                .verify(LicenseKey.parse(KEY))
                .nonce();
        assertThat(next.offline()
                        .install(office.file(office.claims("nonce", nonce)))
                        .valid())
                .isTrue();
        assertThat(client().feature("export")).isTrue();
    }

    private String foreign() {
        return new FakeOffice(new FakeLicense(clock)).file();
    }

    private void assertBad(Code code, Consumer<LicetClient> call, ClientBuilder builder) {
        LicetClient client = client(builder);
        assertThatThrownBy(() -> call.accept(client))
                .isInstanceOfSatisfying(
                        LicetException.BadFile.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
