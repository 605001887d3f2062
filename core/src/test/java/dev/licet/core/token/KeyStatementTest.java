package dev.licet.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyStatementTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private final Root first = new Root();
    private final Root second = new Root();
    private final Root third = new Root();
    private final Root signing = new Root();

    @Test
    void whoKnowsTheRootTrustsTheKeys() {
        KeyStatement statement = verify(statement(first, List.of()), first);
        assertThat(statement.sequence()).isEqualTo(7);
        assertThat(statement.keys().keys()).containsOnlyKeys(signing.kid());
        assertThat(statement.removed()).containsExactly("old");
        assertThat(statement.root()).isEqualTo(first.kid());
        assertThat(statement.issuedAt()).isEqualTo(NOW);
    }

    @Test
    void aRootThatWasReplacedLeadsToTheNext() {
        String text = statement(third, List.of(first.succeededBy(second), second.succeededBy(third)));
        assertThat(verify(text, first).root()).isEqualTo(third.kid());
        assertThat(verify(text, second).root()).isEqualTo(third.kid());
        assertThat(verify(text, third).root()).isEqualTo(third.kid());
    }

    @Test
    void aRootThatWasReplacedSignsNothingMore() {
        refuses(statement(first, List.of(first.succeededBy(second))), first);
    }

    @Test
    void aStrangerIsNotTrusted() {
        refuses(statement(second, List.of()), first);
        refuses(statement(second, List.of(third.succeededBy(second))), first);
    }

    @Test
    void aStatementHasAnEnd() {
        String text = statement(first, List.of());
        assertThat(KeyStatement.verify(text, first.pinned(), NOW.plus(Duration.ofDays(29))))
                .isNotNull();
        assertThatThrownBy(() -> KeyStatement.verify(text, first.pinned(), NOW.plus(Duration.ofDays(30))))
                .isInstanceOf(InvalidToken.class);
    }

    private static KeyStatement verify(String text, Root root) {
        return KeyStatement.verify(text, root.pinned(), NOW);
    }

    private static void refuses(String text, Root root) {
        assertThatThrownBy(() -> verify(text, root)).isInstanceOf(InvalidToken.class);
    }

    private String statement(Root root, List<String> successions) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://licet.example.com");
        claims.put("seq", 7);
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.plus(Duration.ofDays(30)).getEpochSecond());
        claims.put("keys", List.of(signing.jwk()));
        claims.put("removed", List.of("old"));
        return KeyStatement.write(claims, root.signatory(), successions);
    }

    /** A key pair. */
    private static final class Root {
        private final KeyPair pair;

        Root() {
            try {
                pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String kid() {
            return Ed25519.thumbprint(pair.getPublic());
        }

        Map<String, SignatureVerifier> pinned() {
            return Map.of(kid(), Ed25519.verifier(pair.getPublic()));
        }

        Map<String, Object> jwk() {
            return Map.of(
                    "kty", "OKP", "crv", "Ed25519", "x", Base64Url.encode(Ed25519.raw(pair.getPublic())), "kid", kid());
        }

        String succeededBy(Root next) {
            return Signed.write(KeyStatement.SUCCESSION, Map.of("keys", List.of(next.jwk())), List.of(signatory()));
        }

        Signatory signatory() {
            return new Signatory("EdDSA", kid(), input -> {
                try {
                    Signature signer = Signature.getInstance("Ed25519");
                    signer.initSign(pair.getPrivate());
                    signer.update(input);
                    return signer.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
