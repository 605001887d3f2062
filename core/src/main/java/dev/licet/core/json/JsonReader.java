package dev.licet.core.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recursive-descent reader of RFC 8259. */
final class JsonReader {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_DIGITS = 100;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> members(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    @Nullable Object document() {
        Object value = value(0);
        skipSpace();
        if (at < text.length()) {
            throw bad("there is something after the end");
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        skipSpace();
        return switch (peek()) {
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw bad("it is nested too deeply");
        }
        return depth + 1;
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (taken('}')) {
            return members;
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            Object value = value(depth);
            if (members.containsKey(name)) {
                throw bad("a member stands in it twice");
            }
            members.put(name, value);
            skipSpace();
        } while (taken(','));
        expect('}');
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        skipSpace();
        if (taken(']')) {
            return elements;
        }
        do {
            elements.add(value(depth));
            skipSpace();
        } while (taken(','));
        expect(']');
        return elements;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < 0x20) {
                throw bad("a control character stands in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
        return whole(out);
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw bad("an unknown escape stands in a string");
        };
    }

    private int hex() {
        char c = next();
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw bad("an escape has a character that is no hexadecimal digit");
        }
        return digit;
    }

    /** A lone surrogate is no character: it could neither be stored nor signed the same way everywhere. */
    private String whole(StringBuilder out) {
        for (int i = 0; i < out.length(); i++) {
            boolean pair = i + 1 < out.length() && Character.isSurrogatePair(out.charAt(i), out.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(out.charAt(i))) {
                throw bad("a string has half a character");
            }
        }
        return out.toString();
    }

    private BigDecimal number() {
        int start = at;
        taken('-');
        if (!taken('0')) {
            digits();
        }
        if (taken('.')) {
            digits();
        }
        if (taken('e') || taken('E')) {
            exponent();
        }
        if (at - start > MAX_DIGITS) {
            throw bad("a number is too long");
        }
        return new BigDecimal(text.substring(start, at));
    }

    private void exponent() {
        if (!taken('+')) {
            taken('-');
        }
        int start = at;
        digits();
        if (at - start > 3) {
            throw bad("a number is too large");
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw bad("a value was expected");
        }
    }

    private @Nullable Boolean word(String word, @Nullable Boolean value) {
        if (!text.startsWith(word, at)) {
            throw bad("a value was expected");
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("it ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private boolean taken(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!taken(c)) {
            throw bad("'" + c + "' was expected");
        }
    }

    private JsonException bad(String what) {
        return new JsonException("Not JSON: " + what + ", at character " + (at + 1) + ".");
    }
}
