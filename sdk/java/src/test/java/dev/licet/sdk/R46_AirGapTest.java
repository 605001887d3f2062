package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.file.ActivationRequest;
import dev.licet.core.file.DeactivationProof;
import dev.licet.core.key.LicenseKey;
import dev.licet.sdk.device.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R46: a machine that never sees a network is licensed by what is carried to it and from it. */
class R46_AirGapTest extends LicetTest {

    private static final LicenseKey PARSED = LicenseKey.parse(KEY);

    private FakeOffice office;

    @BeforeEach
    void office() {
        office = server.office;
        server.down();
    }

    /** A program that was built without a server. */
    ClientBuilder alone() {
        return LicetClient.withoutServer()
                .product("notes")
                .version("2.3.1")
                .keys(office.jwks())
                .store(folder)
                .fingerprint(DEVICE)
                .clock(clock);
    }

    private String answer(String request) {
        return office.file(office.claims(
                "nonce", ActivationRequest.open(request).verify(PARSED).nonce()));
    }

    @Test
    void aRequestIsAnsweredByAFile() throws Exception {
        LicetClient licet = client(alone().deviceName("Press 7").user("ada@example.com"));
        assertThat(licet.license().code()).isEqualTo(Code.NOT_ACTIVATED);

        String request = licet.offline().request(KEY.toLowerCase(java.util.Locale.ROOT));
        ActivationRequest read = ActivationRequest.open(request).verify(PARSED);
        assertThat(read.product()).isEqualTo("notes");
        assertThat(read.device().fingerprint()).isEqualTo(DEVICE.value());
        assertThat(read.device().components()).isEqualTo(DEVICE.components());
        assertThat(read.name()).isEqualTo("Press 7");
        assertThat(read.user()).isEqualTo("ada@example.com");
        assertThat(read.version()).isEqualTo("2.3.1");
        assertThat(read.madeAt()).isEqualTo(clock.instant());
        assertThat(licet.license().code()).as("nothing has changed").isEqualTo(Code.NOT_ACTIVATED);

        Path brought = Files.writeString(folder.resolve("answer.txt"), answer(request));
        License now = licet.offline().install(brought);
        assertThat(now.valid()).isTrue();
        assertThat(licet.feature("export")).isTrue();
        assertThat(licet.limit("maxNotes")).hasValue(500);
        Validation said = licet.validate();
        assertThat(said.valid()).isTrue();
        assertThat(said.online()).isFalse();
        assertThat(said.warnings()).isEmpty();

        clock.move(Duration.ofDays(29));
        LicetClient next = client(alone().user("ada@example.com"));
        assertThat(next.feature("export")).as("at the next start").isTrue();
        clock.move(Duration.ofDays(1));
        assertThat(next.license().code()).isEqualTo(Code.CHECK_IN_OVERDUE);
        assertThat(next.feature("export")).isFalse();
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aRequestThatIsWrittenAgainIsTheSameUntilItIsAnswered() {
        LicetClient licet = client(alone());
        String first = nonce(licet.offline().request(KEY));
        assertThat(nonce(client(alone()).offline().request(KEY))).isEqualTo(first);
        licet.offline().install(answer(licet.offline().request(KEY)));
        assertThat(nonce(licet.offline().request())).as("a new place or term").isNotEqualTo(first);
    }

    @Test
    void aKeyThatWasMistypedIsFoundWithoutAServer() {
        LicetClient licet = client(alone());
        assertThatThrownBy(() -> licet.offline().request(KEY.replace(KEY.charAt(8), KEY.charAt(8) == '2' ? '3' : '2')))
                .isInstanceOfSatisfying(
                        LicetException.Refused.class, e -> assertThat(e.code()).isEqualTo(Code.KEY_MISTYPED));
        assertThatThrownBy(() -> licet.offline().request())
                .isInstanceOfSatisfying(
                        LicetException.Refused.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_ACTIVATED));
    }

    @Test
    void anotherKeysRequestChangesNothingUntilItIsAnswered() {
        LicetClient licet = client(alone());
        licet.offline().install(answer(licet.offline().request(KEY)));
        LicenseKey other = LicenseKey.generate(new SecureRandom(), "NOTES");
        String request = licet.offline().request(other.toString());
        assertThat(licet.feature("export")).isTrue();
        license.id = "lic_01h455vb4pex5vsknk084sn0zz";
        license.plan = "enterprise";
        Map<String, @Nullable Object> claims = office.claims(
                "nonce", ActivationRequest.open(request).verify(other).nonce());
        assertThat(licet.offline().install(office.file(claims)).plan()).contains("enterprise");
        String proof = licet.offline().giveUp();
        assertThat(DeactivationProof.open(proof).verify(other).license()).isEqualTo(license.id);
    }

    @Test
    void aProofTakesTheFileAway() {
        LicetClient licet = client(alone());
        String file = answer(licet.offline().request(KEY));
        licet.offline().install(file);

        String proof = licet.offline().giveUp();

        DeactivationProof read = DeactivationProof.open(proof).verify(PARSED);
        assertThat(read.license()).isEqualTo(license.id);
        assertThat(read.fingerprint()).isEqualTo(DEVICE.value());
        assertThat(read.file()).startsWith("file_");
        assertThat(licet.license().code()).isEqualTo(Code.NOT_ACTIVATED);
        LicetClient next = client(alone());
        assertThat(next.feature("export")).isFalse();
        assertThat(next.offline().giveUp()).as("a proof that was lost").isEqualTo(proof);
        assertThatThrownBy(() -> next.offline().install(file))
                .isInstanceOfSatisfying(
                        LicetException.BadFile.class, e -> assertThat(e.code()).isEqualTo(Code.FILE_GIVEN_UP));
        assertThat(next.offline().install(answer(next.offline().request(KEY))).valid())
                .isTrue();
    }

    @Test
    void whatCannotBeKeptIsNotGivenUp() throws Exception {
        LicetClient licet = client(alone());
        licet.offline().install(answer(licet.offline().request(KEY)));
        Files.delete(folder.resolve("notes.license.lock"));
        Files.createDirectory(folder.resolve("notes.license.lock"));
        assertThatThrownBy(() -> licet.offline().giveUp())
                .isInstanceOfSatisfying(
                        LicetException.Refused.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_KEPT));
        Files.delete(folder.resolve("notes.license.lock"));
        assertThat(client(alone()).feature("export")).isTrue();
    }

    @Test
    void whatNeedsTheServerSaysThatThereIsNone() {
        LicetClient licet = client(alone());
        assertThatThrownBy(() -> licet.activate(KEY))
                .isInstanceOf(LicetException.Unreachable.class)
                .hasMessageContaining("built without a server");
        assertThat(waits).isEmpty();
        licet.startHeartbeat();
    }

    @Test
    void aFileForAnotherDeviceIsNotInstalled() {
        LicetClient licet = client(alone());
        License no = licet.offline().install(office.file(office.claims("device", "another")));
        assertThat(no.code()).isEqualTo(Code.DEVICE_NOT_ACTIVATED);
        assertThat(licet.license().code()).isEqualTo(Code.NOT_ACTIVATED);
        LicetClient elsewhere = client(alone().store(folder.resolve("b")).fingerprint(Fingerprint.of("acme", "2")));
        assertThat(elsewhere.offline().install(office.file()).code()).isEqualTo(Code.DEVICE_NOT_ACTIVATED);
    }

    private static String nonce(String request) {
        return ActivationRequest.open(request).verify(PARSED).nonce();
    }
}
