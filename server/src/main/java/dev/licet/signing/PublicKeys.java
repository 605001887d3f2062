package dev.licet.signing;

import dev.licet.core.json.Json;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jws;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The public keys, for those who hand them out or verify what the server itself signed earlier. */
@Component
public class PublicKeys {
    private final KeySetApi published;
    private final SigningKeyStore store;

    PublicKeys(KeySetApi published, SigningKeyStore store) {
        this.published = published;
        this.store = store;
    }

    /** The key set (RFC 7517) as it is published. */
    public Map<String, List<?>> document() {
        return Map.of("keys", published.set().keys());
    }

    /** A key in the form that OpenSSL reads (RFC 7468). */
    public String pem(String kid) {
        byte[] raw = store.publicKeys().stream()
                .filter(key -> SigningKey.kid(key).equals(kid))
                .findFirst()
                .orElseThrow();
        String body = Base64.getEncoder()
                .encodeToString(dev.licet.core.token.Ed25519.publicKey(raw).getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether a compact JWS was signed with one of the keys and says exactly this. */
    public boolean verify(String compact, Map<String, ?> claims) {
        try {
            Jws jws = Jws.parse(compact);
            String kid = String.valueOf(jws.header().get("kid"));
            return Json.write(jws.claims()).equals(Json.write(claims))
                    && store.publicKeys().stream()
                            .anyMatch(key -> SigningKey.kid(key).equals(kid) && verify(jws, key));
        } catch (InvalidToken e) {
            return false;
        }
    }

    private static boolean verify(Jws jws, byte[] key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(dev.licet.core.token.Ed25519.publicKey(key));
            signature.update(jws.signedBytes());
            return signature.verify(jws.signatureBytes());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
