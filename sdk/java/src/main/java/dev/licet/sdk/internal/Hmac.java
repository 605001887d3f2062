package dev.licet.sdk.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104), which every Java has. */
public final class Hmac {

    private Hmac() {}

    /** 32 bytes; the parts are joined by a NUL, so that {@code a, bc} and {@code ab, c} differ. */
    public static byte[] of(byte[] key, String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(String.join("\0", parts).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    /** The same as 43 characters of base64url. */
    public static String text(byte[] key, String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(key, parts));
    }
}
