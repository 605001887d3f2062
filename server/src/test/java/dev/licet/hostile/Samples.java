package dev.licet.hostile;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Http;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Good requests, from which bad ones are made, and the things that they are about. */
final class Samples {
    static final String UNIQUE = "unique";
    static final Map<String, Object> DEVICE = Map.of(
            "fingerprint",
            "f1",
            "name",
            "laptop",
            "platform",
            "linux",
            "components",
            Map.of("cpu", "c1", "disk", "d1"));
    private static final Map<String, Object> POLICY = Map.of(
            "term",
            "P1Y",
            "grace",
            "P14D",
            "warnBefore",
            List.of("P7D"),
            "devices",
            3,
            "overage",
            "1.25x",
            "regions",
            Map.of("allow", List.of("DE"), "deny", List.of()),
            "versions",
            Map.of("min", "1.0.0", "blocked", List.of("2.3.0 - 2.3.4"), "message", "m"));
    private static final Map<String, Object> FEATURES =
            Map.of("export", true, "calls", Map.of("limit", 10, "period", "P1M", "overage", "refuse"));

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Object> bodies = new LinkedHashMap<>();

    Samples(Http http) {
        catalog(http);
        customers(http);
        licenses(http);
        EvidenceSamples.add(this, http);
        MeteringSamples.add(http, this);
        OfflineSamples.add(http, this);
        PeopleSamples.add(this, http);
        ScaleSamples.add(this, http);
        LeaseSamples.add(this, http);
        ConsoleSamples.add(this);
        ReleaseSamples.add(this, http);
        bodies.put("PUT /v1/sandbox/clock", Map.of("advance", "P1D"));
    }

    private void catalog(Http http) {
        sample(
                http,
                "/v1/products",
                "product",
                Map.of("code", UNIQUE, "name", "Notes", "kind", "software", "keyPrefix", "NOTES"));
        sample(
                http,
                "/v1/products/{product}/features",
                "feature",
                Map.of("code", "export", "name", "Export", "type", "switch"));
        http.post(
                        path("/v1/products/{product}/features"),
                        Map.of("code", "calls", "name", "Calls", "type", "metered", "unit", "call"))
                .expect(201);
        sample(
                http,
                "/v1/plans",
                "plan",
                Map.of(
                        "product",
                        ids.get("product"),
                        "code",
                        UNIQUE,
                        "name",
                        "Pro",
                        "policy",
                        POLICY,
                        "features",
                        FEATURES));
    }

    private void customers(Http http) {
        sample(
                http,
                "/v1/customers",
                "customer",
                Map.of(
                        "kind",
                        "organization",
                        "name",
                        "Ada",
                        "email",
                        "ada@example.com",
                        "country",
                        "DE",
                        "externalId",
                        UNIQUE,
                        "metadata",
                        Map.of("a", "b")));
        sample(http, "/v1/customers/{customer}/users", "user", Map.of("email", UNIQUE + "@example.com", "name", "Ada"));
        sample(
                http,
                "/v1/api-keys",
                "id",
                Map.of("name", "k", "scopes", List.of("events:read"), "expiresAt", "2099-01-01T00:00:00Z"));
    }

    private void licenses(Http http) {
        var issued = sample(
                http,
                "/v1/licenses",
                "license",
                Map.of(
                        "plan",
                        ids.get("plan"),
                        "customer",
                        ids.get("customer"),
                        "startsAt",
                        "2026-01-01T00:00:00Z",
                        "expiresAt",
                        "2099-01-01T00:00:00Z",
                        "overrides",
                        Map.of("policy", Map.of("devices", 5), "features", Map.of("export", true)),
                        "metadata",
                        Map.of("a", "b")));
        String key = issued.text("/key");
        Map<String, Object> question =
                Map.of("key", key, "product", ids.get("product"), "device", DEVICE, "version", "3.0.0");
        ids.put("device", http.post("/v1/activations", question).expect(201).text("/device/id"));
        bodies.put("POST /v1/activations", question);
        Map<String, Object> more = new LinkedHashMap<>(question);
        more.putAll(Map.of("user", "ada@example.com", "features", List.of("export"), "nonce", "n"));
        bodies.put("POST /v1/licenses/validate", more);
        bodies.put("POST /v1/activations/{device}/heartbeat", Map.of("version", "3.0.0"));
        bodies.put("PUT /v1/licenses/{license}/suspension", Map.of("reason", "r"));
        bodies.put("PUT /v1/licenses/{license}/revocation", Map.of("reason", "r"));
        bodies.put("POST /v1/licenses/{license}/renewals", Map.of("term", "P1M"));
        bodies.put("PUT /v1/licenses/{license}/plan", Map.of("plan", ids.get("plan")));
        bodies.put("PUT /v1/licenses/{license}/customer", Map.of("customer", ids.get("customer")));
        bodies.put("PUT /v1/licenses/{license}/expiry", Map.of("expiresAt", "2098-01-01T00:00:00Z"));
    }

    dev.licet.testing.Answer sample(Http http, String pattern, String variable, Map<String, ?> body) {
        bodies.put("POST " + pattern, body);
        bodies.put("PATCH " + pattern + "/{" + variable + "}", body);
        var made = http.post(path(pattern), fresh(body)).expect(201);
        ids.put(variable, made.text("/id"));
        return made;
    }

    /** The id of a sample, by the variable that stands for it in paths. */
    String id(String variable) {
        return Objects.requireNonNull(ids.get(variable), variable);
    }

    /** Makes a variable of paths known. */
    void id(String variable, String id) {
        ids.put(variable, id);
    }

    /** Makes the good body of a route known, such as {@code POST /v1/leases}. */
    void body(String route, Object body) {
        bodies.put(route, body);
    }

    /** A good body of the route; null when none is known. */
    @Nullable Object body(Route route) {
        return bodies.get(route.toString());
    }

    /** The path with the samples' ids in it. */
    String path(String pattern) {
        String path = pattern;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    /** The document with names in it that were never used. */
    static @Nullable Object fresh(@Nullable Object document) {
        return switch (document) {
            case Map<?, ?> object -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                object.forEach((name, member) -> copy.put(name, fresh(member)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Samples::fresh).toList();
            case String text ->
                text.replace(UNIQUE, "u" + Uuid7.next().toString().replace("-", ""));
            case null, default -> document;
        };
    }
}
