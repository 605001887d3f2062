package dev.licet.sdk;

import dev.licet.core.device.Device;
import dev.licet.core.device.Likeness;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.core.token.Signed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token has to be before anything it says is believed (RFC 8725, 3.8 to 3.10). */
final class TokenCheck {

    private static final String TYPE = "license+jwt";

    private final Settings settings;
    private final Trust trust;

    TokenCheck(Settings settings, Trust trust) {
        this.settings = settings;
        this.trust = trust;
    }

    /**
     * Verifies a token for this program on this device.
     *
     * @param before the token of the same licence key that stood until now
     * @throws LicetException.Untrusted saying what is wrong with it
     */
    LicenseToken check(String compact, @Nullable LicenseToken before) {
        if (compact.isEmpty()) {
            throw new LicetException.Untrusted("The answer says yes and has no token that proves it.");
        }
        LicenseToken token = verified(compact);
        demand(token.product().equals(settings.product()), "is for the product " + token.product());
        demand(token.device() == null || alike(token, token.device()), "is for another device");
        demand(token.user() == null || token.user().equalsIgnoreCase(settings.user()), "is for another user");
        demand(before == null || token.license().equals(before.license()), "is for another licence");
        demand(token.expiresAt().isAfter(token.issuedAt()), "had ended before it was made");
        return token;
    }

    /** The same, and made for this very question: no token recorded earlier has the nonce. */
    LicenseToken check(String compact, @Nullable LicenseToken before, String nonce) {
        LicenseToken token = check(compact, before);
        demand(nonce.equals(token.nonce()), "is an answer to another question");
        return token;
    }

    /**
     * A token as its signature proves it. Tokens are signed by Ed25519, whatever other keys are trusted.
     *
     * @throws InvalidToken when it is not signed by one of the keys, or is no licence token
     */
    static LicenseToken verified(String compact, Map<String, ? extends SignatureVerifier> keys) {
        Map<String, SignatureVerifier> classic = new LinkedHashMap<>(keys);
        classic.values().removeIf(key -> !key.algorithm().equals("EdDSA"));
        return LicenseToken.read(Signed.verify(compact, TYPE, classic).claims());
    }

    private LicenseToken verified(String compact) {
        try {
            return verified(compact, trust.keys());
        } catch (InvalidToken e) {
            throw new LicetException.Untrusted(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean alike(LicenseToken token, Device device) {
        return Likeness.same(device, settings.device(), token.policy().deviceMatch());
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new LicetException.Untrusted("The server's token " + otherwise + ".");
        }
    }
}
