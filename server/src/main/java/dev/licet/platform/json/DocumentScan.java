package dev.licet.platform.json;

import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks through a whole document before any of it is used: that it is UTF-8 and one JSON value, and that it has no text
 * or number that PostgreSQL cannot keep.
 */
final class DocumentScan {
    private static final int DIGITS = 100;

    private final JsonMapper json;

    DocumentScan(JsonMapper json) {
        this.json = json;
    }

    /**
     * The document as text, when there is nothing against it.
     *
     * @throws Problem 400 when it is no JSON, 422 when a value in it is out of bounds
     */
    String text(byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw Problem.of(400, "NOT_JSON", "The body is empty: send a JSON document.");
        }
        try (JsonParser in = json.createParser(text)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                check(in, token);
                if (in.streamReadContext().inRoot() && (token.isStructEnd() || token.isScalarValue())) {
                    endOf(in);
                }
            }
        } catch (JacksonException e) {
            throw JsonBody.notJson(e);
        }
        return text;
    }

    private static void endOf(JsonParser in) {
        if (in.nextToken() != null) {
            throw Problem.of(400, "NOT_JSON", "The body has something after the end of the JSON document.");
        }
    }

    private static void check(JsonParser in, JsonToken token) {
        if (token == JsonToken.PROPERTY_NAME && !Texts.storable(in.currentName())) {
            throw Problem.invalid(
                    pointer(in.streamReadContext().getParent()), "has a field name with " + Texts.UNSTORABLE);
        }
        if (token == JsonToken.VALUE_STRING && !Texts.storable(in.getString())) {
            throw Problem.invalid(pointer(in.streamReadContext()), "has " + Texts.UNSTORABLE);
        }
        if (token.isNumeric() && !reasonable(in)) {
            throw Problem.invalid(pointer(in.streamReadContext()), "is a number with too many digits");
        }
    }

    private static boolean reasonable(JsonParser in) {
        if (in.getStringLength() > DIGITS) {
            return false;
        }
        BigDecimal number = in.getDecimalValue();
        return Math.abs((long) number.scale()) <= DIGITS;
    }

    private static String pointer(TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String own = context.inArray()
                ? String.valueOf(context.getCurrentIndex())
                : Checks.escape(String.valueOf(context.currentName()));
        return pointer(context.getParent()) + "/" + own;
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(400, "NOT_JSON", "The body is not valid UTF-8.");
        }
    }
}
