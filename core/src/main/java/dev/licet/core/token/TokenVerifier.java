package dev.licet.core.token;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;

/**
 * Verifies licence tokens. The keys and the algorithm come from the caller: what a token's header says only chooses among the
 * caller's keys (RFC 8725, 3.1).
 */
public final class TokenVerifier {
    private static final int SIGNATURE = 64;

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
        if (!signed(jws, key)) {
            throw new InvalidToken("The token's signature is wrong: it was altered, or is not from this server.");
        }
        return LicenseToken.read(jws.claims());
    }

    private static boolean signed(Jws jws, PublicKey key) {
        byte[] signature = jws.signatureBytes();
        // Java 17 doesn't mind further bytes after a signature.
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(jws.signedBytes());
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
