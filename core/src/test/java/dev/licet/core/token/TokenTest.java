package dev.licet.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.State;
import dev.licet.core.device.Device;
import dev.licet.core.json.Json;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    private final String kid = Ed25519.thumbprint(pair.getPublic());
    private final TokenVerifier verifier = new TokenVerifier(Map.of(kid, pair.getPublic()));

    TokenTest() throws GeneralSecurityException {}

    @Test
    void itIsReadAsItWasWritten() {
        LicenseToken token = token();
        assertThat(verifier.verify(sign(token))).isEqualTo(token);
    }

    @Test
    void onlyWhatIsEnforcedOfflineTravels() {
        assertThat(token().claims().get("policy")).isEqualTo(Map.of("devices", 2, "overage", "2x", "checkIn", "P30D"));
    }

    @Test
    void everySingleBitCounts() {
        String token = sign(token());
        for (int i = 0; i < token.length(); i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = token.getBytes(StandardCharsets.ISO_8859_1);
                altered[i] ^= (byte) (1 << bit);
                refuses(new String(altered, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void everySingleBitOfTheSignatureCounts() {
        String token = sign(token());
        int dot = token.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot));
        for (int bit = 0; bit < 8 * signature.length; bit++) {
            byte[] altered = signature.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            refuses(token.substring(0, dot)
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(altered));
        }
    }

    @Test
    void everyCutIsFound() {
        String token = sign(token());
        for (int length = 0; length < token.length(); length++) {
            refuses(token.substring(0, length));
        }
    }

    @Test
    void aTextFarTooLongIsNotEvenLookedAt() {
        refuses("a".repeat((1 << 20) + 1));
    }

    @Test
    void aPublicKeyIsReadFromItsBytes() {
        assertThat(Ed25519.publicKey(Ed25519.raw(pair.getPublic()))).isEqualTo(pair.getPublic());
        assertThatThrownBy(() -> Ed25519.publicKey(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidToken.class);
    }

    private String sign(LicenseToken token) {
        Map<String, @Nullable Object> header = Json.parseObject("{\"alg\":\"EdDSA\",\"typ\":\"license+jwt\"}");
        header.put("kid", kid);
        return Jws.sign(header, token.claims(), this::signature);
    }

    private byte[] signature(byte[] input) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(input);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LicenseToken token() {
        Map<String, @Nullable Object> policy =
                Json.parseObject("{\"devices\":2,\"overage\":\"2x\",\"checkIn\":\"P30D\"}");
        return new LicenseToken(
                "https://licet.example.com",
                "lic_01h455vb4pex5vsknk084sn02q",
                NOW,
                NOW.plusSeconds(3600),
                "tok_01h455vb4pex5vsknk084sn02q",
                "notes",
                new Device("f1", Map.of("cpu", "c")),
                "ada@example.com",
                "pro",
                State.ACTIVE,
                Features.read(Json.parseObject("{\"export\":true}")),
                Policy.read(policy),
                new Facts.Term(null, NOW.minusSeconds(60), NOW.plusSeconds(86400)),
                Releases.NONE,
                "n1");
    }
}
