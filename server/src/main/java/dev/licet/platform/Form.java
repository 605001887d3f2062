package dev.licet.platform;

import dev.licet.platform.json.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * What a browser sends of a form ({@code application/x-www-form-urlencoded}), read once. Browsers send a field that was left empty as
 * an empty text, which counts as not given.
 */
public final class Form {
    private static final String ATTRIBUTE = Form.class.getName();
    private static final int FIELDS = 1000;

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * The form of a request; empty when its body is none.
     *
     * @throws Problem 400 when it cannot be read, 422 when a field has characters that cannot be stored
     */
    public static Form of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Form form) {
            return form;
        }
        Form form = new Form(isForm(request) ? parse(body(request)) : Map.of());
        request.setAttribute(ATTRIBUTE, form);
        return form;
    }

    /** The text of a field as it was typed, without the space around it; empty when it is not there. */
    public String text(String name) {
        return given(name).orElse("");
    }

    /** Likewise as it was typed, for passwords. */
    public String exact(String name) {
        return all(name).isEmpty() ? "" : all(name).getFirst();
    }

    /** The text of a field when there is any. */
    public Optional<String> given(String name) {
        return Optional.of(exact(name).strip()).filter(text -> !text.isEmpty());
    }

    public boolean checked(String name) {
        return fields.containsKey(name);
    }

    /** Every value of a field, as of a group of boxes. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                        MediaType.parseMediaType(type).removeQualityValue());
    }

    private static String body(HttpServletRequest request) {
        try {
            return new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> parse(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        for (String pair : body.isEmpty() ? new String[0] : body.split("&", -1)) {
            if (++count > FIELDS) {
                throw malformed();
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (!Texts.storable(name) || !Texts.storable(value)) {
                throw Problem.invalid(Texts.storable(name) ? name : "", "has " + Texts.UNSTORABLE);
            }
            fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static String decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.put((byte) (digit(text, i + 1) * 16 + digit(text, i + 2)));
                i += 2;
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static int digit(String text, int at) {
        int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw malformed();
        }
        return digit;
    }

    private static Problem malformed() {
        return Problem.of(400, "BAD_FORM", "The form cannot be read: it must be UTF-8, percent-encoded.");
    }
}
