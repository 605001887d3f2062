package dev.licet.signing;

import dev.licet.core.json.Json;
import dev.licet.core.token.Ed25519;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jws;
import dev.licet.core.token.SignatureVerifier;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The public keys, for those who hand them out or verify what the server itself signed earlier. */
@Component
public class PublicKeys {
    private final KeySetApi published;
    private final SigningKeyStore store;
    private final KeyStatements statements;

    PublicKeys(KeySetApi published, SigningKeyStore store, KeyStatements statements) {
        this.published = published;
        this.store = store;
        this.statements = statements;
    }

    /** The key set (RFC 7517) as it is published. */
    public Map<String, List<?>> document() {
        return Map.of("keys", published.set().keys());
    }

    /** What the root says of the keys that are in force now. */
    public String statement() {
        return statements.current();
    }

    /** Every key that the server ever signed with, by its id; those that were removed as well. */
    public Map<String, SignatureVerifier> verifiers() {
        return store.rows().stream().collect(Collectors.toMap(KeyRow::kid, KeyRow::verifier));
    }

    /** A key in the form that OpenSSL reads (RFC 7468). */
    public String pem(String kid) {
        byte[] raw = store.rows().stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .orElseThrow()
                .publicKey();
        String body = Base64.getEncoder().encodeToString(Ed25519.publicKey(raw).getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether a compact JWS was signed with one of the keys and says exactly this. */
    public boolean verify(String compact, Map<String, ?> claims) {
        try {
            Jws jws = Jws.parse(compact);
            SignatureVerifier key = verifiers().get(String.valueOf(jws.header().get("kid")));
            return key != null
                    && Json.write(jws.claims()).equals(Json.write(claims))
                    && key.verify(jws.signedBytes(), jws.signatureBytes());
        } catch (InvalidToken e) {
            return false;
        }
    }
}
