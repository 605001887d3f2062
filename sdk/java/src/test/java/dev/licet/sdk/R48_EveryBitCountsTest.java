package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.file.RevocationList.Reason;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R48: one flipped bit anywhere in what a program is brought is refused, and what stood before still stands. The property {@code flips}
 * says how many are tried of each kind; a whole run of the project's takes 100,000.
 */
class R48_EveryBitCountsTest extends LicetTest {

    private static final int FLIPS = Integer.getInteger("flips", 300);

    private final Random random = new Random(Long.getLong("seed", 48));
    private FakeOffice office;
    private LicetClient client;

    @BeforeEach
    void install() {
        office = server.office;
        client = client(builder()
                .licenseKey(KEY)
                .keys(office.jwks())
                .root(office.root.raw())
                .algorithms("EdDSA", "ML-DSA-65"));
        client.offline().install(office.hybrid());
    }

    @Test
    void ofAHybridFile() {
        flip(office.hybrid(), client.offline()::inspect);
    }

    @Test
    void ofSignedAndEncryptedFiles() {
        LicetClient classic = client(builder().licenseKey(KEY));
        flip(office.file(), classic.offline()::inspect);
        flip(office.encrypted(KEY), classic.offline()::inspect);
    }

    @Test
    void ofAListOfWhatWasTakenBack() {
        flip(
                office.revocations(Map.of("lic_2", Reason.REVOKED), Map.of("file_2", Reason.SUSPENDED)),
                client.offline()::takeRevocations);
    }

    @Test
    void ofTheRootsWord() {
        flip(office.statement("other"), client.offline()::takeKeys);
    }

    private void flip(String text, Consumer<String> taken) {
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * text.length());
            byte[] altered = text.getBytes(ISO_8859_1);
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> taken.accept(new String(altered, ISO_8859_1)))
                    .as("bit " + bit)
                    .isInstanceOf(LicetException.BadFile.class);
        }
        assertThat(client.feature("export")).isTrue();
        taken.accept(text);
    }
}
