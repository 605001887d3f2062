package dev.licet.core.token;

import java.util.Base64;

/** Base64url as RFC 7515, 2 writes it: without padding, and in one spelling only. */
final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** Refuses what decodes to the same bytes in another spelling, so that no bit of a text can be changed unnoticed. */
    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (ENCODER.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidToken("A part of the token is not base64url.", e);
        }
        throw new InvalidToken("A part of the token is not base64url as RFC 7515 writes it.");
    }
}
