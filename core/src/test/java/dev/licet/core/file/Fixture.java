package dev.licet.core.file;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.State;
import dev.licet.core.device.Device;
import dev.licet.core.json.Json;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import dev.licet.core.token.Ed25519;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.MlDsa65;
import dev.licet.core.token.Signatory;
import dev.licet.core.token.SignatureVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys, and the licence that is signed with them. */
final class Fixture {
    static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    static final LicenseKey KEY = LicenseKey.generate(new SecureRandom(), "NOTES");
    static final Set<String> EITHER = Set.of("EdDSA");
    static final Set<String> BOTH = Set.of("EdDSA", "ML-DSA-65");

    final Signatory classic;
    final Signatory quantum;
    final Map<String, SignatureVerifier> keys;

    Fixture() {
        try {
            KeyPair ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            KeyPair ml = KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair();
            byte[] raw = MlDsa65.raw(ml.getPublic());
            classic = signatory("EdDSA", Ed25519.thumbprint(ed.getPublic()), "Ed25519", ed.getPrivate());
            quantum = signatory("ML-DSA-65", MlDsa65.thumbprint(raw), "ML-DSA-65", ml.getPrivate());
            keys = Map.of(classic.kid(), Ed25519.verifier(ed.getPublic()), quantum.kid(), MlDsa65.verifier(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    LicenseFileVerifier verifier(Set<String> required) {
        return new LicenseFileVerifier(keys, required);
    }

    String compact() {
        return LicenseFile.write(grant(), List.of(classic));
    }

    String hybrid() {
        return LicenseFile.write(grant(), List.of(classic, quantum));
    }

    String encrypted() {
        return LicenseFile.encrypt(grant(), List.of(classic), KEY, new SecureRandom());
    }

    LicenseToken grant() {
        return grant(new Device("f1", Map.of("cpu", "c")));
    }

    LicenseToken grant(@Nullable Device device) {
        return new LicenseToken(
                "https://licet.example.com",
                "lic_01h455vb4pex5vsknk084sn02q",
                NOW,
                NOW.plusSeconds(3600),
                "file_01h455vb4pex5vsknk084sn02q",
                "notes",
                device,
                "ada@example.com",
                "pro",
                State.ACTIVE,
                Features.read(Json.parseObject("{\"export\":true}")),
                Policy.read(Json.parseObject("{\"devices\":2}")),
                new Facts.Term(null, NOW.minusSeconds(60), NOW.plusSeconds(86400)),
                Releases.NONE,
                null);
    }

    private static Signatory signatory(String algorithm, String kid, String name, PrivateKey key) {
        return new Signatory(algorithm, kid, input -> {
            try {
                Signature signer = Signature.getInstance(name);
                signer.initSign(key);
                signer.update(input);
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
