package dev.licet.core.json;

import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object one by one and remembers what is wrong with each, so that a caller hears of all mistakes at
 * once. A member that is absent, null or bad reads as null; {@link #done} then throws if anything was bad.
 */
public final class Fields {
    private static final int MAX_TEXT = 1000;

    private final Map<String, ? extends @Nullable Object> members;
    private final String pointer;
    private final List<FieldError> errors;
    private final boolean open;
    private final Set<String> known = new TreeSet<>();

    private Fields(
            Map<String, ? extends @Nullable Object> members, String pointer, List<FieldError> errors, boolean open) {
        this.members = members;
        this.pointer = pointer;
        this.errors = errors;
        this.open = open;
    }

    /** A reader for a whole document. */
    public static Fields of(Map<String, ? extends @Nullable Object> members) {
        return new Fields(members, "", new ArrayList<>(), false);
    }

    /** A reader for a whole document that may come from a newer server: it passes over members that nobody asks for. */
    public static Fields open(Map<String, ? extends @Nullable Object> members) {
        return new Fields(members, "", new ArrayList<>(), true);
    }

    /** Whether the member is there, be it null. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** A text of at most 1,000 characters. */
    public @Nullable String text(String name) {
        Object value = any(name);
        if (value == null || (value instanceof String text && text.length() <= MAX_TEXT)) {
            return (String) value;
        }
        fail(name, "Give a text of at most 1000 characters.");
        return null;
    }

    /** A text that has to be there; empty when it is not. */
    public String requiredText(String name) {
        String text = text(name);
        if (any(name) == null) {
            fail(name, "It is missing.");
        }
        return text == null ? "" : text;
    }

    /** A text that a parser takes. */
    public <T> @Nullable T parsed(String name, Function<String, T> parser, String mend) {
        Object value = any(name);
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof String text && text.length() <= MAX_TEXT) {
                return parser.apply(text);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Said below, as for a value that is no text.
        }
        fail(name, mend);
        return null;
    }

    /** True or false. */
    public @Nullable Boolean flag(String name) {
        Object value = any(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        fail(name, "Give true or false.");
        return null;
    }

    /** A whole number between two bounds, both included. */
    public @Nullable Integer integer(String name, int least, int most) {
        Object value = any(name);
        if (value == null) {
            return null;
        }
        BigDecimal number = number(value);
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fail(name, "Give a whole number from " + least + " to " + most + ".");
            return null;
        }
        return number.intValue();
    }

    /** A number that is not negative and has at most 30 digits. */
    public @Nullable BigDecimal amount(String name) {
        Object value = any(name);
        BigDecimal number = number(value);
        if (value != null && (number == null || number.signum() < 0)) {
            fail(name, "Give a number that is not negative, of at most 30 digits.");
            return null;
        }
        return number;
    }

    /** An ISO 8601 span such as {@code P30D} or {@code PT10M}. */
    public @Nullable Span span(String name) {
        return parsed(name, Span::parse, "Give an ISO 8601 span such as P30D or PT10M, of at most 1000 years.");
    }

    /** A point in time in RFC 3339, between the years 1970 and 9999. */
    public @Nullable Instant instant(String name) {
        return parsed(name, Instants::parse, "Give a time such as 2027-01-31T12:00:00Z, in the years 1970 to 9999.");
    }

    /** One of the constants of an enum, written in camelCase for a constant in UPPER_SNAKE. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        Object value = any(name);
        if (value == null) {
            return null;
        }
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (camelCase(constant).equals(value)) {
                return constant;
            }
        }
        fail(
                name,
                "Give one of " + Arrays.stream(constants).map(Fields::camelCase).collect(Collectors.joining(", "))
                        + ".");
        return null;
    }

    /** A list of texts; absent or null reads as an empty list. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(name)) {
            if (!(each instanceof String text) || text.length() > MAX_TEXT) {
                fail(name, "Give a list of texts.");
                return List.of();
            }
            texts.add(text);
        }
        return texts;
    }

    /** The objects of a list; absent or null reads as an empty list. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object each : list(name)) {
            if (!(each instanceof Map<?, ?> map)) {
                fail(name, "Give a list of objects.");
                return List.of();
            }
            objects.add(new Fields(JsonReader.members(map), pointer(name) + "/" + objects.size(), errors, open));
        }
        return objects;
    }

    /** The members of an object, or null. */
    public @Nullable Fields object(String name) {
        Object value = any(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return new Fields(JsonReader.members(map), pointer(name), errors, open);
        }
        fail(name, "Give an object.");
        return null;
    }

    /** The member as it is. */
    public @Nullable Object any(String name) {
        known.add(name);
        return members.get(name);
    }

    /** All member names in the order of the document; all count as known from here on. */
    public List<String> names() {
        known.addAll(members.keySet());
        return List.copyOf(members.keySet());
    }

    /** Notes that a member is bad. */
    public void fail(String name, String detail) {
        errors.add(new FieldError(pointer(name), detail));
    }

    /** Refuses members that nobody asked for, unless the document is open to them. */
    public void noOthers() {
        for (String name : members.keySet()) {
            if (!open && !known.contains(name)) {
                fail(name, "There is no such field here, only: " + String.join(", ", known) + ".");
            }
        }
    }

    /**
     * Ends the reading of the document.
     *
     * @throws InvalidFields when a member was bad
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
    }

    /** An enum constant as the contract writes it: {@code FIRST_USE} is {@code firstUse}. */
    public static String camelCase(Enum<?> constant) {
        StringBuilder out = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return out.toString();
    }

    private String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private List<?> list(String name) {
        Object value = any(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.size() <= MAX_TEXT) {
            return list;
        }
        fail(name, "Give a list of at most 1000 entries.");
        return List.of();
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return new BigDecimal(value.toString());
        }
        boolean fits = value instanceof BigDecimal number && number.precision() <= 30 && Math.abs(number.scale()) <= 30;
        return fits ? (BigDecimal) value : null;
    }
}
