package dev.licet.sdk;

import dev.licet.core.json.Json;
import dev.licet.sdk.http.Request;
import dev.licet.sdk.http.Response;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls of the HTTP contract that a licensed program makes. All may arrive twice without doing more. */
final class Api {

    private static final String AGENT = "licet-sdk-java/"
            + Optional.ofNullable(Api.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    private final Settings settings;
    private final Retries retries;

    Api(Settings settings) {
        this(settings, new Retries(settings));
    }

    private Api(Settings settings, Retries retries) {
        this.settings = settings;
        this.retries = retries;
    }

    /** With one try for each call, for what is tried again later or must not take long. */
    static Api once(Settings settings) {
        return new Api(settings, new Retries(settings, 1));
    }

    /**
     * An answer.
     *
     * @param status of HTTP, 200 to 299
     * @param sent when it was asked for, by the machine's clock
     */
    record Timed(Answer answer, int status, Instant sent) {}

    Answer validate(String key, String nonce) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("key", key);
        body.put("product", settings.product());
        body.put("device", device());
        whoAndWhat(body);
        released(body);
        body.put("nonce", nonce);
        return post("v1/licenses/validate", Map.of(), body);
    }

    /** One idempotency key for all tries, so that they take one place. */
    Answer activate(String key) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("key", key);
        body.put("device", deviceWithName());
        whoAndWhat(body);
        released(body);
        return post(
                "v1/activations", Map.of("Idempotency-Key", UUID.randomUUID().toString()), body);
    }

    Answer heartbeat(String key, String device) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        version(body);
        released(body);
        return post("v1/activations/" + device + "/heartbeat", authorization(key), body);
    }

    void deactivate(String key, String device) {
        delete("v1/activations/" + device, key);
    }

    void delete(String path, String key) {
        send("DELETE", path, authorization(key), null);
    }

    /** What anybody may read. */
    String text(String path) {
        return send("GET", path, Map.of("Accept", "*/*"), null).response().body();
    }

    Answer post(String path, Map<String, String> headers, Map<String, @Nullable Object> body) {
        return timed(path, headers, body).answer();
    }

    Timed timed(String path, Map<String, String> headers, Map<String, @Nullable Object> body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        Retries.Answered answered = send("POST", path, all, Json.write(body));
        Response response = answered.response();
        Answer answer = Replies.object(response).orElseThrow(() -> Replies.foreign(server(), response));
        return new Timed(answer, response.status(), answered.sent());
    }

    private Retries.Answered send(String method, String path, Map<String, String> headers, @Nullable String body) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Accept", "application/json, application/problem+json");
        all.putAll(headers);
        all.put("User-Agent", AGENT);
        URI uri = server().resolve(path);
        Retries.Answered answered = retries.send(new Request(method, uri, all, body, settings.timeout()));
        if (!answered.response().ok()) {
            throw Replies.failure(server(), answered.response());
        }
        return answered;
    }

    private URI server() {
        if (settings.server() == null) {
            throw new LicetException.Unreachable(
                    "This program was built without a server: what it needs is brought to it.");
        }
        return settings.server();
    }

    /** The device as people see it in lists. */
    Map<String, @Nullable Object> deviceWithName() {
        Map<String, @Nullable Object> device = device();
        device.put("platform", settings.fingerprint().platform());
        if (settings.deviceName() != null) {
            device.put("name", settings.deviceName());
        }
        return device;
    }

    private Map<String, @Nullable Object> device() {
        Map<String, @Nullable Object> device = new LinkedHashMap<>();
        device.put("fingerprint", settings.fingerprint().value());
        device.put("components", settings.fingerprint().components());
        return device;
    }

    void whoAndWhat(Map<String, @Nullable Object> body) {
        if (settings.user() != null) {
            body.put("user", settings.user());
        }
        version(body);
    }

    private void version(Map<String, @Nullable Object> body) {
        if (settings.version() != null) {
            body.put("version", settings.version().toString());
        }
    }

    private void released(Map<String, @Nullable Object> body) {
        if (settings.releasedAt() != null) {
            body.put("releasedAt", settings.releasedAt().toString());
        }
    }

    static Map<String, String> authorization(String key) {
        return Map.of("Authorization", "License " + key);
    }
}
