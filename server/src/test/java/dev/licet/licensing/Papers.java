package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.decision.Code;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.file.LicenseFile;
import dev.licet.core.file.LicenseFileVerifier;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.KeySet;
import dev.licet.testing.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine without a network, and what is carried to it and from it. */
record Papers(Vendor vendor) {
    static final Map<String, String> PARTS = Map.of("machineId", "m1", "cpu", "c1");

    /** What a program takes along, as it asks for it. */
    Answer file(Vendor.Issued license, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("key", license.key());
        return vendor.program.post("/v1/files", body);
    }

    /** The file for a device, verified as the program there does it. */
    LicenseFile carried(Answer answer) {
        return verifier("EdDSA").verify(answer.text("/file"));
    }

    LicenseFile carried(Answer answer, Vendor.Issued license, String fingerprint) {
        return verifier("EdDSA").verify(answer.text("/file"), LicenseKey.parse(license.key()), fingerprint);
    }

    /** With no more than the server's public keys. */
    LicenseFileVerifier verifier(String... required) {
        return new LicenseFileVerifier(keys().keys(), Set.of(required));
    }

    KeySet keys() {
        return KeySet.parse(
                vendor.program.get("/.well-known/jwks.json").expect(200).body());
    }

    Question question(@Nullable String fingerprint, @Nullable String user, String... features) {
        Device device = fingerprint == null ? null : new Device(fingerprint, PARTS);
        return new Question(vendor.product, device, user, null, List.of(features));
    }

    /** Fails unless the file says this about the question. */
    static void expect(LicenseFile file, Question question, Instant at, Code code) {
        assertThat(file.decide(question, at).code()).isEqualTo(code);
    }
}
