package dev.licet.signing;

import dev.licet.core.token.KeyStatement;
import dev.licet.core.token.Signatory;
import dev.licet.core.token.Signed;
import dev.licet.platform.Settings;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the root says: which keys are in force, and which root takes its place. It signs nothing else. */
@Component
class KeyStatements {
    /** For how long a statement may be taken in; a program that was off for longer fetches a new one. */
    private static final Duration GOOD_FOR = Duration.ofDays(30);

    private final SigningKeyStore keys;
    private final RootKeyStore roots;
    private final Ed25519 ed25519;
    private final Settings settings;
    private final InstantSource time;

    KeyStatements(SigningKeyStore keys, RootKeyStore roots, Ed25519 ed25519, Settings settings, InstantSource time) {
        this.keys = keys;
        this.roots = roots;
        this.ed25519 = ed25519;
        this.settings = settings;
        this.time = time;
    }

    /** The key set as it is now. The number is read before the keys, so that it never stands for more than it says. */
    String current() {
        Instant now = time.instant();
        long sequence = keys.sequence();
        List<KeyRow> rows = keys.rows();
        Map<String, @Nullable Object> claims = issued(now);
        claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        claims.put("seq", sequence);
        claims.put(
                "keys",
                rows.stream()
                        .filter(row -> row.isPublished(now))
                        .map(KeyStatements::jwk)
                        .toList());
        claims.put(
                "removed",
                rows.stream()
                        .filter(row -> row.status().equals(KeyRow.REMOVED))
                        .map(KeyRow::kid)
                        .toList());
        return KeyStatement.write(claims, signatory(roots.current(now)), roots.successions());
    }

    /** What a root says of the one that takes its place. */
    String succession(SigningKey root, SigningKey next, Instant now) {
        Map<String, @Nullable Object> claims = issued(now);
        claims.put("keys", List.of(jwk(next.algorithm(), next.kid(), next.publicKey())));
        return Signed.write(KeyStatement.SUCCESSION, claims, List.of(signatory(root)));
    }

    private Map<String, @Nullable Object> issued(Instant now) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", settings.publicUrl().toString());
        claims.put("iat", now.getEpochSecond());
        return claims;
    }

    private Signatory signatory(SigningKey root) {
        PrivateKey key = ed25519.privateKey(root.privateKey());
        return new Signatory(root.algorithm(), root.kid(), message -> ed25519.sign(key, message));
    }

    private static Map<String, Object> jwk(KeyRow row) {
        return jwk(row.algorithm(), row.kid(), row.publicKey());
    }

    private static Map<String, Object> jwk(String algorithm, String kid, byte[] publicKey) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        boolean classic = algorithm.equals(SigningKey.ALGORITHM);
        jwk.put("kty", classic ? "OKP" : "AKP");
        if (classic) {
            jwk.put("crv", "Ed25519");
        }
        jwk.put(classic ? "x" : "pub", SigningKey.base64(publicKey));
        jwk.put("kid", kid);
        jwk.put("alg", algorithm);
        jwk.put("use", "sig");
        return jwk;
    }
}
