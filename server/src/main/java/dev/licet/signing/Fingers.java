package dev.licet.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Fingerprints of secrets, by which a row is found without the secret standing in it: HMAC-SHA256 under a key per
 * purpose. Whoever has only the database can neither read nor try out a secret.
 */
@Component
public final class Fingers {
    private final MasterKey master;
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

    Fingers(MasterKey master) {
        this.master = master;
    }

    /**
     * The keyed hash of a text, the same for the same purpose and text for ever.
     *
     * @param purpose a constant of the caller's, such as {@code "license-key"}
     * @param text the secret as UTF-8; the caller has brought it to its one normal form
     * @return 32 bytes
     */
    public byte[] hash(String purpose, String text) {
        SecretKey key = keys.computeIfAbsent(purpose, p -> master.derive("finger/" + p, "HmacSHA256"));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 failed", e);
        }
    }
}
