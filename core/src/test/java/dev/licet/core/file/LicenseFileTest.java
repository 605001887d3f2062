package dev.licet.core.file;

import static dev.licet.core.file.Fixture.BOTH;
import static dev.licet.core.file.Fixture.EITHER;
import static dev.licet.core.file.Fixture.KEY;
import static dev.licet.core.file.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.decision.Code;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.file.InvalidFile.Fault;
import dev.licet.core.json.Json;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.core.token.Signed;
import dev.licet.core.token.TokenVerifier;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicenseFileTest {
    private static final Fixture FIXTURE = new Fixture();

    @Test
    void itIsReadAsItWasWritten() {
        LicenseFile file = FIXTURE.verifier(EITHER).verify(FIXTURE.compact());
        assertThat(file.grant()).isEqualTo(FIXTURE.grant());
        assertThat(file.algorithms()).containsExactly("EdDSA");
        assertThat(FIXTURE.compact())
                .startsWith("-----BEGIN LICENSE FILE-----\n")
                .endsWith("\n-----END LICENSE FILE-----\n");
    }

    @Test
    void aHybridFileIsGoodWhenBothAre() {
        LicenseFile file = FIXTURE.verifier(BOTH).verify(FIXTURE.hybrid());
        assertThat(file.grant()).isEqualTo(FIXTURE.grant());
        assertThat(file.algorithms()).containsExactly("EdDSA", "ML-DSA-65");
    }

    @Test
    void anEncryptedFileSaysNothingOfWhatIsInIt() {
        String file = FIXTURE.encrypted();
        assertThat(Armor.LICENSE_FILE.read(file)).doesNotContain("ada");
        assertThat(LicenseFileVerifier.outerId(file)).isEqualTo(FIXTURE.grant().id());
        assertThat(FIXTURE.verifier(EITHER).verify(file, KEY, "f1").grant()).isEqualTo(FIXTURE.grant());
    }

    @Test
    void anEncryptedFileMayBeHybrid() {
        String file = LicenseFile.encrypt(
                FIXTURE.grant(), List.of(FIXTURE.classic, FIXTURE.quantum), KEY, new SecureRandom());
        assertThat(FIXTURE.verifier(BOTH).verify(file, KEY, "f1").algorithms()).hasSize(2);
    }

    @Test
    void anEncryptedFileForNoDeviceOpensOnAny() {
        String file = LicenseFile.encrypt(FIXTURE.grant(null), List.of(FIXTURE.classic), KEY, new SecureRandom());
        assertThat(FIXTURE.verifier(EITHER).verify(file, KEY, "f2").grant().device())
                .isNull();
        assertThat(FIXTURE.verifier(EITHER).verify(file, KEY, null).grant().device())
                .isNull();
    }

    @Test
    void eachReasonWhyAnEncryptedFileDoesNotOpenHasItsOwnCode() {
        String file = FIXTURE.encrypted();
        LicenseKey other = LicenseKey.generate(new SecureRandom(), null);
        refuses(Fault.FILE_OTHER_KEY, EITHER, file, null, null);
        refuses(Fault.FILE_OTHER_KEY, EITHER, file, other, "f1");
        refuses(Fault.FILE_OTHER_DEVICE, EITHER, file, KEY, "f2");
        refuses(Fault.FILE_OTHER_DEVICE, EITHER, file, KEY, null);
    }

    @Test
    void aSignatureThatWasTakenAwayIsMissed() {
        Map<String, @Nullable Object> json = Json.parseObject(Armor.LICENSE_FILE.read(FIXTURE.hybrid()));
        Map<?, ?> first = (Map<?, ?>) ((List<?>) java.util.Objects.requireNonNull(json.get("signatures"))).get(0);
        String compact = first.get("protected") + "." + json.get("payload") + "." + first.get("signature");
        String stripped = Armor.LICENSE_FILE.write(compact);
        refuses(Fault.FILE_UNTRUSTED, BOTH, stripped, null, null);
        refuses(Fault.FILE_UNTRUSTED, EITHER, stripped, null, null);
    }

    @Test
    void aFileWithoutASignatureThatIsAskedForIsRefused() {
        refuses(Fault.FILE_UNTRUSTED, BOTH, FIXTURE.compact(), null, null);
    }

    @Test
    void aSecondSignatureByAStrangerSpoilsTheFile() {
        Fixture stranger = new Fixture();
        String file = LicenseFile.write(FIXTURE.grant(), List.of(FIXTURE.classic, stranger.quantum));
        refuses(Fault.FILE_UNTRUSTED, EITHER, file, null, null);
    }

    @Test
    void whereJavaLacksTheAlgorithmTheFileIsNotTakenForGood() {
        SignatureVerifier lacking = new SignatureVerifier() {
            @Override
            public String algorithm() {
                return "ML-DSA-65";
            }

            @Override
            public boolean verify(byte[] message, byte[] signature) {
                throw new dev.licet.core.token.MissingAlgorithm("Not here.", new IllegalStateException());
            }
        };
        Map<String, SignatureVerifier> keys = new java.util.HashMap<>(FIXTURE.keys);
        keys.put(FIXTURE.quantum.kid(), lacking);
        assertThatThrownBy(() -> new LicenseFileVerifier(keys, EITHER).verify(FIXTURE.hybrid()))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.fault()).isEqualTo(Fault.FILE_UNSUPPORTED));
    }

    @Test
    void noTokenPassesForAFileAndNoFileForAToken() {
        String token = Signed.write("license+jwt", FIXTURE.grant().claims(), List.of(FIXTURE.classic));
        refuses(Fault.FILE_UNTRUSTED, EITHER, Armor.LICENSE_FILE.write(token), null, null);
        String file = Armor.LICENSE_FILE.read(FIXTURE.compact());
        assertThatThrownBy(() -> new TokenVerifier(Map.of()).verify(file)).hasMessageContaining("no license token");
    }

    @Test
    void whatItIsNotForHasACodeOfItsOwn() {
        LicenseFile file = FIXTURE.verifier(EITHER).verify(FIXTURE.compact());
        assertThat(code(file, "notes", "f1", "c", "ada@example.com", 0)).isEqualTo(Code.VALID);
        assertThat(code(file, "maps", "f1", "c", "ada@example.com", 0)).isEqualTo(Code.PRODUCT_MISMATCH);
        assertThat(code(file, "notes", "f2", "d", "ada@example.com", 0)).isEqualTo(Code.DEVICE_NOT_ACTIVATED);
        assertThat(code(file, "notes", "f1", "d", "ada@example.com", 0)).isEqualTo(Code.DEVICE_MISMATCH);
        assertThat(code(file, "notes", "f1", "c", "bob@example.com", 0)).isEqualTo(Code.USER_NOT_ASSIGNED);
        assertThat(code(file, "notes", "f1", "c", "ada@example.com", 3600)).isEqualTo(Code.CHECK_IN_OVERDUE);
        assertThat(code(file, "notes", "f1", "c", "ada@example.com", 90_000)).isEqualTo(Code.EXPIRED);
        Question feature =
                new Question("notes", new Device("f1", Map.of("cpu", "c")), "ada@example.com", null, List.of("print"));
        assertThat(file.decide(feature, NOW).code()).isEqualTo(Code.FEATURE_NOT_INCLUDED);
    }

    private static Code code(LicenseFile file, String product, String device, String cpu, String user, long later) {
        Question question = new Question(product, new Device(device, Map.of("cpu", cpu)), user, null, List.of());
        return file.decide(question, NOW.plusSeconds(later)).code();
    }

    private static void refuses(
            Fault fault, Set<String> required, String file, @Nullable LicenseKey key, @Nullable String fingerprint) {
        assertThatThrownBy(() -> FIXTURE.verifier(required).verify(file, key, fingerprint))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
