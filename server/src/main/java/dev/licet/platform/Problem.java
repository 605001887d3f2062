package dev.licet.platform;

import dev.licet.core.json.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request that cannot be answered as asked, as the caller will read it: an RFC 9457 problem document. Thrown from
 * anywhere under a request; it has no stack trace, since nothing in the server is broken.
 */
public final class Problem extends RuntimeException {
    private final int status;
    private final String code;
    private final String detail;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Problem(int status, String code, String detail) {
        super(status + " " + code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** {@code code} is UPPER_SNAKE and stable; {@code detail} is a sentence that says what to do. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail);
    }

    public static Problem notFound(String what) {
        return of(404, "NOT_FOUND", "No such " + what + ".");
    }

    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    public static Problem invalid(List<FieldError> errors) {
        Problem problem = of(422, "INVALID", "Some values are not acceptable; see errors.");
        problem.errors.addAll(errors);
        return problem;
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** Adds one bad field, named by its JSON pointer (RFC 6901), or by the name of a query parameter. */
    public Problem field(String pointer, String what) {
        errors.add(new FieldError(pointer, what));
        return this;
    }

    /** Adds a member to the problem document, such as the limit that was reached. */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The document that is sent. */
    public Map<String, Object> document(String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "type", "urn:licet:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put("title", title());
        document.put("status", status);
        document.put("detail", detail);
        document.put("code", code);
        document.put("requestId", requestId);
        document.put("errors", errors());
        members.forEach(document::putIfAbsent);
        return document;
    }

    private String title() {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
