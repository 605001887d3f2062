package dev.licet.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that every screen speaks. */
enum Language {
    ENGLISH("en", "English", Locale.UK),
    CHINESE("zh", "简体中文", Locale.SIMPLIFIED_CHINESE),
    JAPANESE("ja", "日本語", Locale.JAPAN),
    GERMAN("de", "Deutsch", Locale.GERMANY);

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    String tag() {
        return tag;
    }

    /** What its speakers call it. */
    String ownName() {
        return ownName;
    }

    /** How it writes dates and numbers. */
    Locale locale() {
        return locale;
    }

    /** As the HTML attribute {@code lang} names it. */
    String html() {
        return this == CHINESE ? "zh-Hans" : tag;
    }

    static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The first of those that a browser asks for (RFC 9110, 12.5.4), English when it asks for none of ours. */
    static Language accepted(@Nullable String header) {
        try {
            List<Locale.LanguageRange> ranges =
                    Locale.LanguageRange.parse(header == null || header.isBlank() ? "en" : header);
            return ranges.stream()
                    .flatMap(range -> of(range.getRange().split("-", 2)[0]).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }
}
