package dev.licet.testing;

import dev.licet.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client that knows a server and some headers; every {@code with…} gives another client. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Map<String, String> headers;

    public Http(URI base) {
        this(base, Map.of());
    }

    private Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public Http with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(base, more);
    }

    public Http without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Http(base, fewer);
    }

    public Http withApiKey(String key) {
        return with("Authorization", "Bearer " + key);
    }

    public Http withLicense(String key) {
        return with("Authorization", "License " + key);
    }

    public Http anonymous() {
        return without("Authorization");
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** Sends maps and lists as JSON. */
    public Answer post(String path, Object json) {
        return json("POST", path, json);
    }

    public Answer put(String path, Object json) {
        return json("PUT", path, json);
    }

    public Answer patch(String path, Object json) {
        return json("PATCH", path, json);
    }

    public Answer json(String method, String path, Object json) {
        return send(
                method, path, "application/json", Json.write(json).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Sends any bytes, or no body at all. */
    public Answer send(String method, String path, @Nullable String contentType, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return send(request.build());
    }

    /** Sends a request as it is. */
    public Answer send(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
