package dev.licet.core.token;

import java.security.PublicKey;
import java.util.Map;

/**
 * Verifies licence tokens. The keys and the algorithm come from the caller: what a token's header says only chooses among the
 * caller's keys (RFC 8725, 3.1).
 */
public final class TokenVerifier {
    private final Map<String, PublicKey> keys;

    /** @param keys Ed25519 public keys by key id */
    public TokenVerifier(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a token and verifies its signature. Whether its time has run out is another question.
     *
     * @throws InvalidToken when it is not signed by one of the keys, or is no licence token
     */
    public LicenseToken verify(String compact) {
        Jws jws = Jws.parse(compact);
        if (!"EdDSA".equals(jws.header().get("alg"))) {
            throw new InvalidToken("The token is not signed with EdDSA.");
        }
        if (!"license+jwt".equals(jws.header().get("typ"))) {
            throw new InvalidToken("The token is no license token.");
        }
        if (jws.header().containsKey("crit")) {
            throw new InvalidToken("The token asks for something that is not understood here.");
        }
        PublicKey key = jws.header().get("kid") instanceof String kid ? keys.get(kid) : null;
        if (key == null) {
            throw new InvalidToken("The token is signed by a key that is not trusted here.");
        }
        if (!Ed25519.verifier(key).verify(jws.signedBytes(), jws.signatureBytes())) {
            throw new InvalidToken("The token's signature is wrong: it was altered, or is not from this server.");
        }
        return LicenseToken.read(jws.claims());
    }
}
