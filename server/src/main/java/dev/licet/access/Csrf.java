package dev.licet.access;

import dev.licet.platform.Form;
import dev.licet.platform.Problem;
import dev.licet.platform.Settings;
import dev.licet.signing.Fingers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps other sites from sending forms in the name of whoever looks at them. A form carries a token that only the page that has the
 * session can know: the keyed hash of what the cookie holds, under a new mask each time, so that a compressed page does not give it
 * away bit by bit. What the browser says about where the request comes from must fit as well.
 */
@Component
public final class Csrf {
    /** The name of the field. */
    public static final String FIELD = "csrf";

    private static final String HEADER = "X-Csrf";
    private static final String PURPOSE = "csrf";
    private static final int SIZE = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Fingers fingers;
    private final URI publicUrl;

    Csrf(Fingers fingers, Settings settings) {
        this.fingers = fingers;
        this.publicUrl = settings.publicUrl();
    }

    /** The token of a form on a page of the browser whose cookie, the session's or before it the visit's, holds this. */
    public String token(String cookie) {
        byte[] mask = new byte[SIZE];
        RANDOM.nextBytes(mask);
        byte[] token = Arrays.copyOf(mask, 2 * SIZE);
        System.arraycopy(xor(mask, fingers.hash(PURPOSE, cookie)), 0, token, SIZE, SIZE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** @throws Problem 403 when the request did not come from a page of this cookie's */
    void check(HttpServletRequest request, @Nullable String cookie) {
        String header = request.getHeader(HEADER);
        String token = header == null ? Form.of(request).text(FIELD) : header;
        if (cookie == null || !isOurs(request) || !fits(token, cookie)) {
            throw Problem.of(
                    403,
                    "STALE_FORM",
                    "This form is no longer good: it is from before you signed in, or from another site. Open the page again.");
        }
    }

    private boolean fits(String text, String cookie) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(text);
            if (token.length != 2 * SIZE) {
                return false;
            }
            byte[] mask = Arrays.copyOf(token, SIZE);
            byte[] masked = Arrays.copyOfRange(token, SIZE, 2 * SIZE);
            return MessageDigest.isEqual(xor(mask, masked), fingers.hash(PURPOSE, cookie));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Browsers that say nothing about it are covered by the token alone. */
    private boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        if (origin == null || origin.equals("null")) {
            return true;
        }
        String from = origin.toLowerCase(Locale.ROOT);
        String host = String.valueOf(request.getHeader("Host")).toLowerCase(Locale.ROOT);
        String own = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
        return from.equals(own.toLowerCase(Locale.ROOT))
                || from.replaceFirst("^https?://", "").equals(host);
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] c = new byte[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = (byte) (a[i] ^ b[i]);
        }
        return c;
    }
}
