package dev.licet.core.token;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Signature: in compact form (RFC 7515, 7.1), or one of those over the same claims in JSON form (7.2.1).
 *
 * @param header what it says of itself; never a reason to trust it
 * @param claims its payload
 * @param input the text that is signed, ASCII
 * @param signature the signature over it, in base64url
 */
public record Jws(
        Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims, String input, String signature) {
    static final int MAX_LENGTH = 1 << 20;

    /** Signs claims: the function makes the signature of the bytes it is given. */
    public static String sign(
            Map<String, ? extends @Nullable Object> header,
            Map<String, ? extends @Nullable Object> claims,
            UnaryOperator<byte[]> signer) {
        String input = encode(header) + "." + encode(claims);
        byte[] signature = signer.apply(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64Url.encode(signature);
    }

    /**
     * Takes a JWS apart. It is not verified by that: see {@link TokenVerifier}.
     *
     * @throws InvalidToken when it is no JWS
     */
    public static Jws parse(String compact) {
        return parse(compact, MAX_LENGTH);
    }

    static Jws parse(String compact, int longest) {
        String[] parts = compact.length() > longest ? new String[0] : compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new InvalidToken("A token has three parts with dots between.");
        }
        return of(parts[0], parts[1], parts[2]);
    }

    /**
     * Takes apart what one or more have signed: the compact form, or for several the JSON form, in the one spelling in which
     * {@link JwsJson} writes it. Nothing is verified by that.
     *
     * @throws InvalidToken when it is neither
     */
    public static List<Jws> parseAll(String text) {
        return parseAll(text, MAX_LENGTH);
    }

    static List<Jws> parseAll(String text, int longest) {
        return text.startsWith("{") ? JwsJson.parse(text, longest) : List.of(parse(text, longest));
    }

    /** The bytes that are signed. */
    public byte[] signedBytes() {
        return input.getBytes(StandardCharsets.US_ASCII);
    }

    /** The bytes of the signature. */
    public byte[] signatureBytes() {
        return Base64Url.decode(signature);
    }

    static String encode(Map<String, ? extends @Nullable Object> object) {
        return Base64Url.encode(Json.write(object).getBytes(StandardCharsets.UTF_8));
    }

    /** One signature, from its three parts. */
    static Jws of(String header, String claims, String signature) {
        Base64Url.decode(signature);
        return new Jws(object(header), object(claims), header + "." + claims, signature);
    }

    private static Map<String, @Nullable Object> object(String part) {
        try {
            return Json.parseObject(new String(Base64Url.decode(part), StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new InvalidToken("A part of the token is not JSON.", e);
        }
    }
}
