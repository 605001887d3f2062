package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that programs use for products, plans and features, told apart from ids. */
final class Codes {
    static final String PLAIN_RULE =
            "must be 1 to 64 small letters, digits and hyphens, starting with a letter, such as notes-pro";
    static final String FEATURE_RULE =
            "must be 1 to 64 letters, digits, dots, underscores and hyphens, starting with a letter, such as maxNotes";
    static final String FIXED = "cannot change: programs and licences refer to it. Make a new one instead";
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern FEATURE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private Codes() {}

    /** A product's or a plan's code. */
    static boolean isPlain(@Nullable String text) {
        return text != null && PLAIN.matcher(text).matches();
    }

    /** A feature's code: what an identifier in a program looks like, and never an id. */
    static boolean isFeature(@Nullable String text) {
        return text != null
                && FEATURE.matcher(text).matches()
                && TypeId.find("feat", text).isEmpty();
    }

    /** What a feature counts, such as notes or GB. */
    static boolean isUnit(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= 40;
    }
}
