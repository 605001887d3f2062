package dev.licet.core.file;

import static dev.licet.core.file.Fixture.BOTH;
import static dev.licet.core.file.Fixture.EITHER;
import static dev.licet.core.file.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * One flipped bit is refused, wherever it is. The property {@code flips} says how many are tried of each kind; a whole run of the
 * project's takes 100,000.
 */
class R48_EveryBitOfAFileCountsTest {
    private static final Fixture FIXTURE = new Fixture();
    private static final int FLIPS = Integer.getInteger("flips", 800);

    private final Random random = new Random(Long.getLong("seed", 48));

    @Test
    void ofASignedFile() {
        flip(FIXTURE.compact(), text -> FIXTURE.verifier(EITHER).verify(text));
    }

    @Test
    void ofAnEncryptedFile() {
        flip(FIXTURE.encrypted(), text -> FIXTURE.verifier(EITHER).verify(text, KEY, "f1"));
    }

    @Test
    void ofAHybridFile() {
        flip(FIXTURE.hybrid(), text -> FIXTURE.verifier(BOTH).verify(text));
    }

    /** Whoever alters what is inside can armour it again. */
    @Test
    void ofWhatTheArmourHolds() {
        for (String file : List.of(FIXTURE.compact(), FIXTURE.encrypted(), FIXTURE.hybrid())) {
            flip(
                    Armor.LICENSE_FILE.read(file),
                    content -> FIXTURE.verifier(EITHER).verify(Armor.LICENSE_FILE.write(content), KEY, "f1"));
        }
    }

    @Test
    void ofAnActivationRequest() {
        flip(
                KeyedFilesTest.REQUEST.write(KEY),
                text -> ActivationRequest.open(text).verify(KEY));
    }

    @Test
    void ofADeactivationProof() {
        flip(
                KeyedFilesTest.PROOF.write(KEY),
                text -> DeactivationProof.open(text).verify(KEY));
    }

    @Test
    void ofAUsageReport() {
        flip(KeyedFilesTest.REPORT.write(KEY), text -> UsageReport.open(text).verify(KEY));
    }

    @Test
    void ofARevocationList() {
        String list = RevocationListTest.list(
                        Map.of("lic_1", RevocationList.Reason.REVOKED),
                        Map.of("file_1", RevocationList.Reason.SEAT_FREED))
                .write(List.of(FIXTURE.classic));
        flip(list, text -> RevocationList.verify(text, FIXTURE.keys, "notes"));
    }

    @Test
    void everyCutIsFound() {
        String file = FIXTURE.compact();
        for (int length = 0; length < file.length() - 1; length++) {
            String cut = file.substring(0, length);
            assertThatThrownBy(() -> FIXTURE.verifier(EITHER).verify(cut)).isInstanceOf(InvalidFile.class);
        }
    }

    private void flip(String text, Consumer<String> verifier) {
        verifier.accept(text);
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * text.length());
            byte[] altered = text.getBytes(StandardCharsets.ISO_8859_1);
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> verifier.accept(new String(altered, StandardCharsets.ISO_8859_1)))
                    .as("bit " + bit)
                    .isInstanceOf(InvalidFile.class);
        }
    }
}
