package dev.licet.core.id;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An identifier that says what it identifies: a prefix, an underscore and a UUID in 26 base 32 characters, such as
 * {@code lic_01jd5k2v8xf0r9w3m6q4t7y1za} (TypeID specification 0.3).
 *
 * @param prefix 1 to 63 lower-case letters
 * @param uuid the identity, as a rule a UUIDv7 so that ids sort by age
 */
public record TypeId(String prefix, UUID uuid) {
    private static final int LENGTH = 26;

    public TypeId {
        if (!isPrefix(prefix)) {
            throw new IllegalArgumentException("The prefix of an id is 1 to 63 lower-case letters.");
        }
    }

    /**
     * Reads an id as it is written.
     *
     * @throws IllegalArgumentException when the text is no TypeID
     */
    public static TypeId parse(String text) {
        int underscore = text.lastIndexOf('_');
        if (underscore < 1 || text.length() - underscore - 1 != LENGTH) {
            throw new IllegalArgumentException("An id is a prefix, an underscore and 26 characters.");
        }
        return new TypeId(text.substring(0, underscore), decode(text.substring(underscore + 1)));
    }

    /** The identity, when the text is an id with this prefix; empty for another id, and for what is none. */
    public static Optional<UUID> find(String prefix, String text) {
        try {
            TypeId id = parse(text);
            return id.prefix.equals(prefix) ? Optional.of(id.uuid) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return prefix + "_" + encode(uuid);
    }

    private static boolean isPrefix(String text) {
        return !text.isEmpty() && text.length() <= 63 && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static String encode(UUID uuid) {
        char[] out = new char[LENGTH];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            out[i] = Base32.symbol((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(out).toLowerCase(Locale.ROOT);
    }

    private static UUID decode(String text) {
        if (text.charAt(0) > '7') {
            throw new IllegalArgumentException("An id's first character after the underscore is 0 to 7.");
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            int value = Base32.value(c);
            if (value < 0 || Character.toLowerCase(Base32.symbol(value)) != c) {
                throw new IllegalArgumentException("An id has a character that does not belong into it.");
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | value;
        }
        return new UUID(high, low);
    }
}
