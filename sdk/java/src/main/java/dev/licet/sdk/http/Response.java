package dev.licet.sdk.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The server's answer.
 *
 * @param status the HTTP status
 * @param headers the first value of each, by name in any case
 * @param body UTF-8 text, empty when there is none
 */
public record Response(int status, Map<String, String> headers, String body) {

    public Response {
        Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        headers = any;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Without the body, which may hold a token. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
