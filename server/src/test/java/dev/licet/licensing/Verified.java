package dev.licet.licensing;

import dev.licet.core.token.Ed25519;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.TokenVerifier;
import dev.licet.testing.Answer;
import java.util.Base64;
import java.util.Map;

/** Tokens as a program reads them that has the server's public keys. */
final class Verified {
    private Verified() {}

    /** @throws dev.licet.core.token.InvalidToken when it was altered */
    static LicenseToken token(Vendor vendor, String compact) {
        return verifier(vendor).verify(compact);
    }

    static TokenVerifier verifier(Vendor vendor) {
        Answer keys = vendor.program.get("/.well-known/jwks.json").expect(200);
        byte[] raw = Base64.getUrlDecoder().decode(keys.text("/keys/0/x"));
        return new TokenVerifier(Map.of(keys.text("/keys/0/kid"), Ed25519.publicKey(raw)));
    }
}
