package dev.licet.platform;

import dev.licet.core.id.TypeId;
import dev.licet.core.json.FieldError;
import dev.licet.core.json.InvalidFields;
import dev.licet.core.place.Countries;
import dev.licet.core.policy.Regions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request and says all of it at once. */
public final class Checks {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String EMAIL_PART = "[^\\p{Cc}\\p{Z}@<>\",;:\\\\()\\[\\]]";
    private static final Pattern EMAIL =
            Pattern.compile(EMAIL_PART + "{1,64}@(?!\\.)" + EMAIL_PART + "{1,252}(?<!\\.)");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int METADATA_ENTRIES = 50;
    private static final int METADATA_TEXT = 500;

    private final List<FieldError> errors = new ArrayList<>();

    /** A name that programs use: letters, digits, dot, underscore and hyphen; never mistaken for an id. */
    public Checks code(String pointer, @Nullable String value) {
        required(pointer, value);
        if (value != null) {
            that(
                    pointer,
                    CODE.matcher(value).matches() && !isId(value),
                    "must be 1 to 64 letters, digits, dots, underscores or hyphens, starting with a letter or digit");
        }
        return this;
    }

    /** Text with a length in code points; {@code min} 1 or more makes it mandatory and not blank. */
    public Checks text(String pointer, @Nullable String value, int min, int max) {
        if (value == null) {
            return that(pointer, min == 0, "is required");
        }
        int length = value.codePointCount(0, value.length());
        return that(
                pointer,
                length >= min && length <= max && (min == 0 || !value.isBlank()),
                "must be " + min + " to " + max + " characters" + (min == 0 ? "" : ", not only spaces"));
    }

    public Checks email(String pointer, @Nullable String value) {
        required(pointer, value);
        return optionalEmail(pointer, value);
    }

    public Checks optionalEmail(String pointer, @Nullable String value) {
        return that(
                pointer,
                value == null || (value.length() <= 254 && EMAIL.matcher(value).matches()),
                "must be an e-mail address like ada@example.com");
    }

    /** ISO 3166-1 alpha-2, upper case. */
    public Checks optionalCountry(String pointer, @Nullable String value) {
        return that(pointer, value == null || COUNTRIES.contains(value), "must be a country code like DE (ISO 3166-1)");
    }

    /** The countries of a policy, which has read their codes without asking whether they exist. */
    public Checks countries(String pointer, Regions regions) {
        countries(pointer + "/allow", regions.allow());
        return countries(pointer + "/deny", regions.deny());
    }

    private Checks countries(String pointer, Collection<String> codes) {
        List<String> unknown =
                codes.stream().filter(code -> !Countries.exists(code)).toList();
        return that(
                pointer,
                unknown.isEmpty(),
                "must be country codes like DE (ISO 3166-1), and there is no " + String.join(", ", unknown));
    }

    public Checks oneOf(String pointer, @Nullable String value, Collection<String> allowed) {
        required(pointer, value);
        return that(pointer, value == null || allowed.contains(value), "must be one of " + String.join(", ", allowed));
    }

    public Checks range(String pointer, @Nullable Integer value, int min, int max) {
        return that(pointer, value == null || (value >= min && value <= max), "must be " + min + " to " + max);
    }

    public Checks before(String pointer, @Nullable Instant earlier, @Nullable Instant later, String detail) {
        return that(pointer, earlier == null || later == null || earlier.isBefore(later), detail);
    }

    /** Free data of the vendor's own: up to 50 entries of text, number, switch or null. */
    public Checks metadata(String pointer, @Nullable Map<String, ?> metadata) {
        if (metadata == null) {
            return this;
        }
        that(pointer, metadata.size() <= METADATA_ENTRIES, "must have at most " + METADATA_ENTRIES + " entries");
        metadata.forEach((name, value) -> {
            String at = pointer + "/" + escape(name);
            that(at, !name.isBlank() && name.length() <= 64, "must have a name of 1 to 64 characters");
            that(
                    at,
                    isScalar(value),
                    "must be text of at most " + METADATA_TEXT + " characters, a number, true, false or null");
        });
        return this;
    }

    public Checks required(String pointer, @Nullable Object value) {
        return that(pointer, value != null, "is required");
    }

    public Checks that(String pointer, boolean ok, String detail) {
        if (!ok) {
            errors.add(new FieldError(pointer, detail));
        }
        return this;
    }

    /** Takes over the errors of a value that checks itself, at its place in the document. */
    public Checks all(String pointer, InvalidFields invalid) {
        invalid.errors().forEach(e -> errors.add(new FieldError(pointer + e.pointer(), e.detail())));
        return this;
    }

    /**
     * Ends the checks.
     *
     * @throws Problem 422 INVALID with every error found
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** A name as one part of a JSON pointer (RFC 6901). */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isScalar(@Nullable Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || (value instanceof String text && text.length() <= METADATA_TEXT);
    }

    private static boolean isId(String value) {
        try {
            TypeId.parse(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
