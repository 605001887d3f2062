package dev.licet.sdk.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the server.
 *
 * @param method {@code POST} or {@code DELETE}
 * @param headers single values by name
 * @param body JSON, or null for none
 * @param timeout for connecting, sending and receiving together; more than zero
 */
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        Duration timeout) {

    public Request {
        headers = Map.copyOf(headers);
    }

    /** Without body and headers, which hold the licence key. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
