package dev.licet.core.file;

import static dev.licet.core.file.Fixture.KEY;
import static dev.licet.core.file.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.device.Device;
import dev.licet.core.file.InvalidFile.Fault;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.meter.UsageEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a program without a network writes. */
class KeyedFilesTest {
    static final ActivationRequest REQUEST = new ActivationRequest(
            "0123456789abcdef",
            "notes",
            new Device("f1", Map.of("cpu", "c")),
            "Ada's",
            "linux",
            "ada@example.com",
            "2.3.1",
            NOW.minusSeconds(86400),
            NOW);
    static final DeactivationProof PROOF =
            new DeactivationProof("0123456789abcdef", "lic_01h455vb4pex5vsknk084sn02q", "file_1", "f1", NOW);
    static final UsageReport REPORT = new UsageReport(
            "0123456789abcdef",
            7,
            "f1",
            List.of(
                    new UsageEvent("e1", "exports", new BigDecimal("1.50"), NOW, Map.of("user", "ada")),
                    new UsageEvent("e2", "exports", new BigDecimal("2"), NOW.plusSeconds(1), Map.of())),
            NOW);

    @Test
    void eachIsReadAsItWasWritten() {
        assertThat(ActivationRequest.open(REQUEST.write(KEY)).verify(KEY)).isEqualTo(REQUEST);
        assertThat(DeactivationProof.open(PROOF.write(KEY)).verify(KEY)).isEqualTo(PROOF);
        assertThat(UsageReport.open(REPORT.write(KEY)).verify(KEY)).isEqualTo(REPORT);
    }

    @Test
    void theServerFindsTheLicenceWithoutTheKey() {
        String finder = new OfflineKeys(KEY).finder();
        assertThat(ActivationRequest.open(REQUEST.write(KEY)).finder()).isEqualTo(finder);
        assertThat(DeactivationProof.open(PROOF.write(KEY)).finder()).isEqualTo(finder);
        assertThat(UsageReport.open(REPORT.write(KEY)).finder()).isEqualTo(finder);
        LicenseKey sameWithoutPrefix = LicenseKey.parse(KEY.body());
        assertThat(new OfflineKeys(sameWithoutPrefix).finder()).isEqualTo(finder);
    }

    @Test
    void theKeyIsNotInIt() {
        String content = Armor.ACTIVATION_REQUEST.read(REQUEST.write(KEY));
        for (String part : content.split("\\.", -1)) {
            String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain(KEY.body()).doesNotContain(KEY.toString());
        }
    }

    @Test
    void anotherKeyIsSaidToBeAnother() {
        LicenseKey other = LicenseKey.generate(new SecureRandom(), "NOTES");
        assertThatThrownBy(() -> ActivationRequest.open(REQUEST.write(KEY)).verify(other))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.fault()).isEqualTo(Fault.FILE_OTHER_KEY));
    }

    @Test
    void nonePassesForAnother() {
        String proof = Armor.DEACTIVATION_PROOF.read(PROOF.write(KEY));
        assertThatThrownBy(() -> ActivationRequest.open(Armor.ACTIVATION_REQUEST.write(proof))
                        .verify(KEY))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.fault()).isEqualTo(Fault.FILE_UNTRUSTED));
        assertThatThrownBy(() -> ActivationRequest.open(PROOF.write(KEY))).isInstanceOf(InvalidFile.class);
    }

    @Test
    void badValuesAreNamed() {
        String text = new DeactivationProof("short", "lic", "file", "f", NOW).write(KEY);
        assertThatThrownBy(() -> DeactivationProof.open(text).verify(KEY)).hasMessageContaining("/jti");
    }
}
