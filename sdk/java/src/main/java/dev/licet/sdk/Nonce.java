package dev.licet.sdk;

import java.security.SecureRandom;
import java.util.Base64;

/** Something that was never said before, by which the answer to it is known: 128 random bits in base64url. */
final class Nonce {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
