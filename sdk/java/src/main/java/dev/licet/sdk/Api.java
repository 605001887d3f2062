package dev.licet.sdk;

import dev.licet.core.json.Json;
import dev.licet.sdk.http.Request;
import dev.licet.sdk.http.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The four calls of the HTTP contract that a licensed program makes. All may arrive twice without doing more. */
final class Api {

    private static final String AGENT = "licet-sdk-java/"
            + Optional.ofNullable(Api.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    private final Settings settings;
    private final Retries retries;

    Api(Settings settings) {
        this.settings = settings;
        this.retries = new Retries(settings);
    }

    Answer validate(String key, String nonce) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("key", key);
        body.put("product", settings.product());
        body.put("device", device());
        whoAndWhat(body);
        body.put("nonce", nonce);
        return post("v1/licenses/validate", Map.of(), body);
    }

    /** One idempotency key for all tries, so that they take one place. */
    Answer activate(String key) {
        Map<String, @Nullable Object> device = device();
        device.put("platform", settings.fingerprint().platform());
        if (settings.deviceName() != null) {
            device.put("name", settings.deviceName());
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("key", key);
        body.put("device", device);
        whoAndWhat(body);
        return post(
                "v1/activations", Map.of("Idempotency-Key", UUID.randomUUID().toString()), body);
    }

    Answer heartbeat(String key, String device) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (settings.version() != null) {
            body.put("version", settings.version().toString());
        }
        return post("v1/activations/" + device + "/heartbeat", authorization(key), body);
    }

    void deactivate(String key, String device) {
        send("DELETE", "v1/activations/" + device, authorization(key), null);
    }

    private Answer post(String path, Map<String, String> headers, Map<String, @Nullable Object> body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        Response response = send("POST", path, all, Json.write(body));
        return Replies.object(response).orElseThrow(() -> Replies.foreign(settings.server(), response));
    }

    private Response send(String method, String path, Map<String, String> headers, @Nullable String body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept", "application/json, application/problem+json");
        all.put("User-Agent", AGENT);
        URI uri = settings.server().resolve(path);
        Response response = retries.send(new Request(method, uri, all, body, settings.timeout()));
        if (!response.ok()) {
            throw Replies.failure(settings.server(), response);
        }
        return response;
    }

    private Map<String, @Nullable Object> device() {
        Map<String, @Nullable Object> device = new LinkedHashMap<>();
        device.put("fingerprint", settings.fingerprint().value());
        device.put("components", settings.fingerprint().components());
        return device;
    }

    private void whoAndWhat(Map<String, @Nullable Object> body) {
        if (settings.user() != null) {
            body.put("user", settings.user());
        }
        if (settings.version() != null) {
            body.put("version", settings.version().toString());
        }
    }

    private static Map<String, String> authorization(String key) {
        return Map.of("Authorization", "License " + key);
    }
}
