package dev.licet.core.token;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a JWS with several signatures (RFC 7515, 7.2.1), in one spelling: no unprotected header, no white space, members in
 * this order, so that there is nothing in it that a signature does not cover.
 */
final class JwsJson {
    private static final int MOST = 4;

    private JwsJson() {}

    /** One signature for each signatory, each under a header of its own. */
    static String sign(String type, Map<String, ? extends @Nullable Object> claims, List<Signatory> by) {
        String payload = Jws.encode(claims);
        List<Map<String, String>> signatures = new ArrayList<>();
        for (Signatory each : by) {
            String header = Jws.encode(header(type, each));
            byte[] input = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
            signatures.add(signature(header, Base64Url.encode(each.signer().apply(input))));
        }
        return write(payload, signatures);
    }

    static Map<String, @Nullable Object> header(String type, Signatory by) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("alg", by.algorithm());
        header.put("typ", type);
        header.put("kid", by.kid());
        return header;
    }

    static List<Jws> parse(String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidToken("The signed document is too long.");
        }
        Map<String, @Nullable Object> json = object(text);
        String payload = text(json, "payload");
        List<Jws> all = new ArrayList<>();
        List<Map<String, String>> signatures = new ArrayList<>();
        for (Object each : json.get("signatures") instanceof List<?> list ? list : List.of()) {
            String header = text(each, "protected");
            String signature = text(each, "signature");
            signatures.add(signature(header, signature));
            all.add(Jws.of(header, payload, signature));
        }
        if (all.size() < 2 || all.size() > MOST) {
            throw new InvalidToken("In JSON form there are two to four signatures.");
        }
        if (!write(payload, signatures).equals(text)) {
            throw new InvalidToken("The signed document is not written in the one way that is allowed.");
        }
        return all;
    }

    private static Map<String, @Nullable Object> object(String text) {
        try {
            return Json.parseObject(text);
        } catch (JsonException e) {
            throw new InvalidToken("The signed document is not JSON.", e);
        }
    }

    private static String text(@Nullable Object in, String name) {
        if (in instanceof Map<?, ?> map && map.get(name) instanceof String text) {
            return text;
        }
        throw new InvalidToken("The signed document has no " + name + ".");
    }

    private static Map<String, String> signature(String header, String signature) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("protected", header);
        map.put("signature", signature);
        return map;
    }

    private static String write(String payload, List<Map<String, String>> signatures) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("payload", payload);
        map.put("signatures", signatures);
        return Json.write(map);
    }
}
