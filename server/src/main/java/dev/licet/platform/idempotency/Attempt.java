package dev.licet.platform.idempotency;

import dev.licet.platform.Problem;
import dev.licet.platform.http.BufferedRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * One try at a POST that names an Idempotency-Key.
 *
 * @param scope who tries, as a hash of the Authorization header; keys of different callers never meet
 * @param fingerprint what is tried: path, query and body
 */
@SuppressWarnings("ArrayRecordComponent")
record Attempt(byte[] scope, String key, byte[] fingerprint) {
    static final String HEADER = "Idempotency-Key";

    static Attempt of(BufferedRequest request) {
        String key = request.getHeader(HEADER);
        if (!key.matches("[!-~]{1,255}")) {
            throw Problem.of(400, "BAD_HEADER", "Idempotency-Key must be 1 to 255 visible ASCII characters.");
        }
        byte[] scope = hash(Objects.requireNonNullElse(request.getHeader("Authorization"), ""), new byte[0]);
        String what = request.getRequestURI() + "?" + Objects.requireNonNullElse(request.getQueryString(), "") + "\n";
        return new Attempt(scope, key, hash(what, request.body()));
    }

    private static byte[] hash(String text, byte[] more) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            return sha.digest(more);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
