package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.file.RevocationList.Reason;
import dev.licet.sdk.LicetException.BadFile;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was taken back is known without the server, by a list that was brought. */
class RevocationsTest extends LicetTest {

    private FakeOffice office;
    private LicetClient client;
    private String file;

    @BeforeEach
    void install() {
        office = server.office;
        server.down();
        client = client();
        file = office.file(office.claims("jti", "file_1"));
        client.offline().install(file);
        clock.move(Duration.ofHours(1));
    }

    private static Code codes(Reason reason) {
        return Code.of(reason.code().name());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aFileThatWasTakenBackPermitsNothing(Reason reason) {
        assertThat(client.offline()
                        .takeRevocations(office.revocations(Map.of(), Map.of("file_2", reason)))
                        .valid())
                .isTrue();
        clock.move(Duration.ofHours(1));
        License no = client.offline().takeRevocations(office.revocations(Map.of(), Map.of("file_1", reason)) + "\n");
        assertThat(no.code()).isEqualTo(codes(reason));
        assertThat(no.features()).isEmpty();
        assertThat(client().license().code()).isEqualTo(codes(reason));
        assertThat(client().offline().install(file).code()).isEqualTo(codes(reason));
    }

    @Test
    void soDoesALicence() {
        String list = office.revocations(Map.of(license.id, Reason.REVOKED), Map.of());
        assertThat(client.offline().takeRevocations(list).code()).isEqualTo(Code.REVOKED);
    }

    @Test
    void whatWasSignedAfterTheListIsNotMeant() {
        client.offline().takeRevocations(office.revocations(Map.of(license.id, Reason.SUSPENDED), Map.of()));
        clock.move(Duration.ofHours(1));
        assertThat(client.offline().install(office.file()).valid()).isTrue();
    }

    @Test
    void anOlderListChangesNothing() throws Exception {
        String empty = office.revocations(Map.of(), Map.of());
        clock.move(Duration.ofHours(1));
        client.offline().takeRevocations(office.revocations(Map.of(license.id, Reason.REVOKED), Map.of()));
        assertThat(client.offline().takeRevocations(empty).code()).isEqualTo(Code.REVOKED);
        Files.writeString(folder.resolve("notes.revocations"), empty);
        assertThat(client().license().warnings())
                .as("one that was put back in its place says nothing")
                .extracting(Warning::code)
                .contains(Warning.REVOCATIONS_STALE);
        assertThat(client(builder().demandRevocations()).license().code()).isEqualTo(Code.REVOCATIONS_STALE);
    }

    @Test
    void aListThatHasEndedIsWarnedOf() {
        client.offline().takeRevocations(office.revocations(Map.of(), Map.of()));
        assertThat(client.license().warnings()).isEmpty();
        clock.move(Duration.ofDays(7));
        assertThat(client.license().valid()).isTrue();
        assertThat(client.license().warnings()).extracting(Warning::code).containsExactly(Warning.REVOCATIONS_STALE);
        client.offline().takeRevocations(office.revocations(Map.of(), Map.of()));
        assertThat(client.license().warnings()).isEmpty();
    }

    @Test
    void whatAnEndedListSaidStands() {
        client.offline().takeRevocations(office.revocations(Map.of(license.id, Reason.REVOKED), Map.of()));
        clock.move(Duration.ofDays(20));
        assertThat(client.license().code()).isEqualTo(Code.REVOKED);
    }

    @Test
    void aProgramMayDemandOne() {
        LicetClient strict = client(builder().demandRevocations());
        assertThat(strict.license().code()).isEqualTo(Code.REVOCATIONS_STALE);
        assertThat(strict.feature("export")).isFalse();
        strict.offline().takeRevocations(office.revocations(Map.of(), Map.of()));
        assertThat(strict.feature("export")).isTrue();
        clock.move(Duration.ofDays(7));
        assertThat(strict.license().code()).isEqualTo(Code.REVOCATIONS_STALE);
    }

    @Test
    void theServersOwnAnswerNeedsNoList() {
        server.up();
        LicetClient strict = client(builder().demandRevocations().store(folder.resolve("b")));
        assertThat(strict.activate(KEY).valid()).isTrue();
    }

    @Test
    void onlyALivingListOfTheServerIsTakenIn() {
        String ended = office.revocations(Map.of(), Map.of());
        clock.move(Duration.ofDays(8));
        assertThatThrownBy(() -> client.offline().takeRevocations(ended))
                .isInstanceOfSatisfying(BadFile.class, e -> assertThat(e.code()).isEqualTo(Code.REVOCATIONS_STALE));
        assertThatThrownBy(() -> client.offline()
                        .takeRevocations(new FakeOffice(new FakeLicense(clock)).revocations(Map.of(), Map.of())))
                .isInstanceOfSatisfying(BadFile.class, e -> assertThat(e.code()).isEqualTo(Code.FILE_UNTRUSTED));
        assertThatThrownBy(() -> client.offline().takeRevocations("nonsense")).isInstanceOf(BadFile.class);
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void aListProvesThatItIsNoEarlier() {
        clock.move(Duration.ofDays(3));
        client.offline().takeRevocations(office.revocations(Map.of(), Map.of()));
        clock.move(Duration.ofDays(-3));
        assertThat(client.license().code()).isEqualTo(Code.CLOCK_SET_BACK);
    }
}
