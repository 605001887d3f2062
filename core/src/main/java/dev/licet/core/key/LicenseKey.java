package dev.licet.core.key;

import dev.licet.core.id.Base32;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A licence key: an optional prefix of the product, then 28 base 32 characters in groups of seven, of which 26 are random (130 bits)
 * and two are check characters: {@code NOTES-4G7KX2M-9QZ1B5T-H8W3D6R-PV0NYAC}. Case, separators, O for 0 and I or L for 1 don't
 * matter on entry.
 *
 * @param prefix 2 to 8 letters and digits that tell a person which product it is for; it has no say in whether a key is right
 * @param body the 28 characters, in upper case and without separators
 */
public record LicenseKey(@Nullable String prefix, String body) {
    private static final int LENGTH = 28;
    private static final int GROUP = 7;
    private static final int SHOWN = 4;

    public LicenseKey {
        if (body.length() != LENGTH || !CheckCharacters.fit(values(body))) {
            throw new IllegalArgumentException("The license key has a typing error.");
        }
    }

    /** A new key, unguessable: 130 bits from the given source. */
    public static LicenseKey generate(SecureRandom random, @Nullable String prefix) {
        int[] values = new int[LENGTH];
        for (int i = 0; i < LENGTH - 2; i++) {
            values[i] = random.nextInt(32);
        }
        CheckCharacters.fill(values);
        StringBuilder body = new StringBuilder();
        for (int value : values) {
            body.append(Base32.symbol(value));
        }
        return new LicenseKey(prefix, body.toString());
    }

    /**
     * Reads a key as a person typed it.
     *
     * @throws IllegalArgumentException when it has too few characters, a character that no key has, or a typing error
     */
    public static LicenseKey parse(String text) {
        if (text.length() > 100) {
            throw new IllegalArgumentException("A license key has 28 characters after its prefix.");
        }
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                symbols.append(c);
            } else if (!isSeparator(c)) {
                throw new IllegalArgumentException("A license key has letters, digits and hyphens only.");
            }
        }
        int start = symbols.length() - LENGTH;
        if (start < 0) {
            throw new IllegalArgumentException("A license key has 28 characters after its prefix.");
        }
        String prefix = symbols.substring(0, start).toUpperCase(Locale.ROOT);
        return new LicenseKey(prefix.isEmpty() ? null : prefix, normal(symbols.substring(start)));
    }

    /** The key with all but its last four characters hidden. */
    public String masked() {
        return masked(prefix, hint());
    }

    /** How a key is shown of which only the prefix and the {@link #hint()} are at hand. */
    public static String masked(@Nullable String prefix, String hint) {
        String hidden = "*".repeat(GROUP);
        return lead(prefix) + String.join("-", hidden, hidden, hidden, "*".repeat(GROUP - SHOWN) + hint);
    }

    /** The last four characters, by which a person can tell keys apart. */
    public String hint() {
        return body.substring(LENGTH - SHOWN);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(lead(prefix));
        for (int i = 0; i < LENGTH; i += GROUP) {
            out.append(i == 0 ? "" : "-").append(body, i, i + GROUP);
        }
        return out.toString();
    }

    private static String lead(@Nullable String prefix) {
        return prefix == null ? "" : prefix + "-";
    }

    static boolean isSeparator(char c) {
        return c == '-'
                || c == '_'
                || c == '.'
                || Character.isWhitespace(c)
                || c == '\u2010'
                || c == '\u2011'
                || c == '\u2013';
    }

    private static String normal(String symbols) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < symbols.length(); i++) {
            char c = symbols.charAt(i);
            int value = Base32.value(c);
            if (value < 0) {
                throw new IllegalArgumentException("The license key has a character that no key has: " + c);
            }
            body.append(Base32.symbol(value));
        }
        return body.toString();
    }

    private static int[] values(String body) {
        return body.chars().map(c -> Base32.value((char) c)).toArray();
    }
}
