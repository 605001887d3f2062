package dev.licet.bench;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.State;
import dev.licet.core.device.Device;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import dev.licet.core.token.Jws;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.version.Version;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A token of the usual kind, signed with a key of its own.
 *
 * @param question what the program that has it asks
 * @param now a moment at which it is good
 */
public record SampleToken(String compact, Map<String, PublicKey> keys, Question question, Instant now) {

    public static SampleToken make() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Instant now = Instant.parse("2026-06-01T12:00:00Z");
        Device device = new Device(Seeds.fingerprint(1), Map.of());
        LicenseToken token = new LicenseToken(
                "https://licenses.example.com",
                "lic_01jd5k2v8xf0r9w3m6q4t7y1za",
                now,
                now.plus(Duration.ofDays(7)),
                "tok_01jd5k2v8xf0r9w3m6q4t7y1zb",
                "notes",
                device,
                null,
                "pro",
                State.ACTIVE,
                Features.read(Map.of("export", true, "support", "gold")),
                Policy.read(Map.of("term", "P1Y", "devices", 3, "grace", "P14D", "warnBefore", List.of("P30D", "P7D"))),
                new Facts.Term(null, now.minus(Duration.ofDays(10)), now.plus(Duration.ofDays(355))),
                Releases.NONE,
                null);
        String compact = Jws.sign(
                Map.of("alg", "EdDSA", "typ", "license+jwt", "kid", "bench"), token.claims(), each -> sign(pair, each));
        Question question = new Question("notes", device, null, Version.parse("2.3.1"), List.of("export"));
        return new SampleToken(compact, Map.of("bench", pair.getPublic()), question, now.plusSeconds(60));
    }

    private static byte[] sign(KeyPair pair, byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
