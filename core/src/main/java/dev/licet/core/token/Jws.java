package dev.licet.core.token;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Signature in compact form (RFC 7515, 7.1).
 *
 * @param header what it says of itself; never a reason to trust it
 * @param claims its payload
 * @param input the text that is signed, ASCII
 * @param signature the signature over it, in base64url
 */
public record Jws(
        Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims, String input, String signature) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int MAX_LENGTH = 1 << 20;

    /** Signs claims: the function makes the signature of the bytes it is given. */
    public static String sign(
            Map<String, ? extends @Nullable Object> header,
            Map<String, ? extends @Nullable Object> claims,
            UnaryOperator<byte[]> signer) {
        String input = encode(header) + "." + encode(claims);
        byte[] signature = signer.apply(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + ENCODER.encodeToString(signature);
    }

    /**
     * Takes a JWS apart. It is not verified by that: see {@link TokenVerifier}.
     *
     * @throws InvalidToken when it is no JWS
     */
    public static Jws parse(String compact) {
        String[] parts = compact.length() > MAX_LENGTH ? new String[0] : compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new InvalidToken("A token has three parts with dots between.");
        }
        decode(parts[2]);
        return new Jws(object(parts[0]), object(parts[1]), parts[0] + "." + parts[1], parts[2]);
    }

    /** The bytes that are signed. */
    public byte[] signedBytes() {
        return input.getBytes(StandardCharsets.US_ASCII);
    }

    /** The bytes of the signature. */
    public byte[] signatureBytes() {
        return decode(signature);
    }

    private static String encode(Map<String, ? extends @Nullable Object> object) {
        return ENCODER.encodeToString(Json.write(object).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, @Nullable Object> object(String part) {
        try {
            return Json.parseObject(new String(decode(part), StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new InvalidToken("A part of the token is not JSON.", e);
        }
    }

    /** Refuses what decodes to the same bytes in another spelling, so that no bit of a token can be changed unnoticed. */
    private static byte[] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (ENCODER.encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidToken("A part of the token is not base64url.", e);
        }
        throw new InvalidToken("A part of the token is not base64url as RFC 7515 writes it.");
    }
}
