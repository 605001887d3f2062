package dev.licet.core.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as plain values: {@code Map<String, Object>} in the order of the text, {@code List<Object>}, {@code String}, {@code
 * BigDecimal}, {@code Boolean} and null. It is here because core and the SDK carry no dependencies.
 */
public final class Json {
    private Json() {}

    /**
     * Reads one value and nothing after it. Strict: no comments, no repeated members, no lone surrogates, at most 64 levels deep.
     *
     * @throws JsonException when the text is not such a document
     */
    public static @Nullable Object parse(String text) {
        return new JsonReader(text).document();
    }

    /**
     * Reads an object.
     *
     * @throws JsonException when the text is not JSON, or not an object
     */
    public static Map<String, @Nullable Object> parseObject(String text) {
        if (parse(text) instanceof Map<?, ?> map) {
            return JsonReader.members(map);
        }
        throw new JsonException("The document is not an object.");
    }

    /**
     * Writes a value without white space. Besides what {@link #parse} gives, {@code Integer}, {@code Long} and {@code Iterable} are taken.
     *
     * @throws IllegalArgumentException for a value that JSON has no form for
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        JsonWriter.write(value, out);
        return out.toString();
    }
}
