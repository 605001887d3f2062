package dev.licet.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Every text of the screens in every language, from {@code messages/console.<language>.properties}. */
@Component
final class Messages {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    Messages() {
        for (Language language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    Map<String, String> all(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    boolean knows(String key) {
        return all(Language.ENGLISH).containsKey(key);
    }

    /** The text of that name, with {0}, {1} and so on replaced; English where the language lacks it, the name where all do. */
    String text(Language language, String key, Object... arguments) {
        String text = all(language).get(key);
        if (text == null) {
            text = all(Language.ENGLISH).getOrDefault(key, key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    private static Map<String, String> read(Language language) {
        String file = "/messages/console." + language.tag() + ".properties";
        Properties read = new Properties();
        try (var in = Messages.class.getResourceAsStream(file)) {
            if (in != null) {
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }
}
