package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.sdk.device.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R45: what a program may do while its server can't be reached. */
class R45_OfflineTest extends LicetTest {

    @Test
    void theLastAnswerIsGoodUntilItsEnd() {
        license.policy = Map.of("devices", 3, "offlineTtl", "P7D");
        activated();
        server.down();
        clock.move(Duration.ofDays(6));
        LicetClient client = client();
        Validation now = client.validate();
        assertThat(now.valid()).isTrue();
        assertThat(now.online()).isFalse();
        assertThat(now.features()).containsKey("export");
        assertThat(now.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(Warning.UNREACHABLE);
            assertThat(warning.daysLeft()).hasValue(1);
            assertThat(warning.level()).isEqualTo(Warning.Level.CRITICAL);
        });

        clock.move(Duration.ofDays(1));
        assertThat(client.feature("export")).isFalse();
        assertThat(client.validate().code()).isEqualTo(Code.CHECK_IN_OVERDUE);
        server.up();
        assertThat(client.validate().valid()).isTrue();
    }

    @Test
    void withoutAnyAnswerThereIsNone() {
        LicetClient client = client(builder().licenseKey(KEY));
        server.down();
        assertThatThrownBy(client::validate).isInstanceOf(LicetException.Unreachable.class);
        assertThat(client.license().code()).isEqualTo(Code.NOT_ACTIVATED);
    }

    @Test
    void aTermThatEndsEndsByItself() {
        license.expiresAt = clock.instant().plus(Duration.ofHours(30));
        license.policy = Map.of("devices", 3, "grace", "P1D");
        LicetClient client = activated();
        server.down();
        clock.move(Duration.ofHours(30).minusMillis(1));
        assertThat(client.license().state()).isEqualTo(LicenseState.EXPIRING);
        clock.move(Duration.ofMillis(1));
        assertThat(client.license().state()).isEqualTo(LicenseState.GRACE);
        assertThat(client.license().daysLeft()).hasValue(0);
        assertThat(client.feature("export")).isTrue();
        clock.move(Duration.ofDays(1));
        assertThat(client.license().code()).isEqualTo(Code.EXPIRED);
        assertThat(client.feature("export")).isFalse();
        assertThat(client.limit("maxNotes")).isEmpty();
    }

    @Test
    void aFeatureThatEndsEndsByItself() {
        Instant end = clock.instant().plus(Duration.ofHours(1));
        license.features = Map.of("export", Map.of("value", true, "expiresAt", end.toString()), "maxNotes", 5);
        LicetClient client = activated();
        assertThat(client.feature("export")).isTrue();
        clock.move(Duration.ofHours(1));
        assertThat(client.feature("export")).isFalse();
        assertThat(client.limit("maxNotes")).hasValue(5);
    }

    @Test
    void aVersionThatIsBlockedDoesNotRun() {
        license.policy = Map.of(
                "devices", 3, "versions", Map.of("max", "3.0.0", "upgradeTo", "2.9.0", "message", "Renew for 3."));
        activated();
        server.down();
        License now = client(builder().version("3.1.0")).license();
        assertThat(now.code()).isEqualTo(Code.VERSION_TOO_NEW);
        assertThat(now.upgrade())
                .hasValueSatisfying(way -> assertThat(way.version()).contains("2.9.0"));
    }

    @Test
    void aCheckInThatIsOverdueIsSaid() {
        license.policy = Map.of("devices", 3, "checkIn", "P2D");
        LicetClient client = activated();
        server.down();
        clock.move(Duration.ofDays(2));
        assertThat(client.license().code()).isEqualTo(Code.CHECK_IN_OVERDUE);
    }

    @Test
    void theFileTellsNothingAtAGlance() throws IOException {
        activated();
        Path file = folder.resolve("notes.license");
        String content = Files.readString(file, ISO_8859_1);
        assertThat(content).doesNotContain(KEY, KEY.substring(6, 13), "eyJ", "dev_", "seen");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anAlteredFileIsAsNone() throws IOException {
        activated();
        Path file = folder.resolve("notes.license");
        byte[] original = Files.readAllBytes(file);
        for (int i = 0; i < original.length; i += 13) {
            byte[] altered = original.clone();
            altered[i] ^= 1;
            Files.write(file, altered);
            License now = client().license();
            assertThat(now.code()).isEqualTo(Code.NOT_ACTIVATED);
            assertThat(now.detail()).contains("notes.license was altered");
        }
        Files.write(file, new byte[0]);
        assertThat(client().license().code()).isEqualTo(Code.NOT_ACTIVATED);
        Files.write(file, original);
        assertThat(client().feature("export")).isTrue();
    }

    @Test
    void aFileFromAnotherMachineIsAsNone() {
        activated();
        LicetClient other = client(builder().fingerprint(Fingerprint.of("acme", "device 2")));
        assertThat(other.license().code()).isEqualTo(Code.NOT_ACTIVATED);
        assertThat(other.license().detail()).contains("another machine");
    }

    @Test
    void aFileOfAnotherProductOrUserIsAsNone() throws IOException {
        activated();
        assertThat(client(builder().user("ada@example.com")).license().code()).isEqualTo(Code.NOT_ACTIVATED);
        Files.copy(folder.resolve("notes.license"), folder.resolve("draw.license"));
        assertThat(client(builder().product("draw")).license().detail()).contains("altered");
    }

    @Test
    void keysThatAreNotTrustedAnyMoreEndIt() {
        activated();
        LicetClient rotated = client(LicetClient.of(server.url())
                .product("notes")
                .key(new SigningKey().raw())
                .store(folder)
                .fingerprint(DEVICE)
                .clock(clock));
        assertThat(rotated.license().code()).isEqualTo(Code.NOT_ACTIVATED);
        assertThat(rotated.license().detail()).contains("not trusted");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoReasonToRefuse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        LicetClient client = client(builder().store(file));
        License now = client.activate(KEY);
        assertThat(now.valid()).isTrue();
        assertThat(now.warnings()).extracting(Warning::code).containsExactly(Warning.NOT_KEPT);
        assertThat(client.validate().valid()).isTrue();
        server.down();
        assertThat(client.validate().valid()).isTrue();
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void twoProgramsShareWhatTheyLearn() {
        LicetClient first = client();
        LicetClient second = client();
        first.activate(KEY);
        assertThat(second.validate().valid()).isTrue();
        license.code = "SUSPENDED";
        second.validate();
        server.down();
        assertThat(first.validate().code()).isEqualTo(Code.SUSPENDED);
    }
}
