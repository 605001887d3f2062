package dev.licet.metering;

import dev.licet.platform.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a use is told apart by: up to 20 texts, numbers or switches by name, kept as texts. */
final class Dimensions {
    private static final int MOST = 20;
    private static final int NAME = 64;
    private static final int TEXT = 200;

    private Dimensions() {}

    static Map<String, String> read(Checks checks, String pointer, @Nullable Map<String, @Nullable Object> given) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        if (given == null) {
            return dimensions;
        }
        checks.that(pointer, given.size() <= MOST, "must have at most " + MOST + " entries");
        given.forEach((name, value) -> {
            String text = text(value);
            String at = pointer + "/" + Checks.escape(name);
            checks.that(
                    at, !name.isBlank() && name.length() <= NAME, "must have a name of 1 to " + NAME + " characters");
            checks.that(
                    at,
                    text != null && text.length() <= TEXT,
                    "must be a text of at most " + TEXT + " characters, a number, true or false");
            dimensions.put(name, text == null ? "" : text);
        });
        return dimensions;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case java.math.BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> null;
        };
    }
}
