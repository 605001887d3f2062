package dev.licet.evidence;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.HashMap;
import java.util.Map;

/** A vendor that hands out papers: a product of some kind of its own for each test. */
final class Office {
    final Http api;
    final Http anybody;
    final Clock clock;
    final String product = unique("p");
    final String plan;

    Office(Http api, String kind, Map<String, ?> policy) {
        this.api = api;
        anybody = api.anonymous();
        clock = new Clock(api);
        api.post("/v1/products", Map.of("code", product, "name", "Notes", "kind", kind))
                .expect(201);
        plan = api.post(
                        "/v1/plans",
                        Map.of("product", product, "code", "pro", "name", "Professional", "policy", policy))
                .expect(201)
                .text("/id");
    }

    static Office onMovingServer(String kind, Map<String, ?> policy) {
        return new Office(TestServer.moving().http(), kind, policy);
    }

    static String unique(String prefix) {
        return prefix + Uuid7.next().toString().replace("-", "");
    }

    String customer(String kind, String name) {
        return api.post("/v1/customers", Map.of("kind", kind, "name", name, "email", "it@example.com", "country", "DE"))
                .expect(201)
                .text("/id");
    }

    Answer issue(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("plan", plan);
        return api.post("/v1/licenses", body).expect(201);
    }

    Answer issueTo(String kind, String name) {
        return issue(Map.of("customer", customer(kind, name)));
    }

    /** A version of terms. */
    Answer terms(String code, String version, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "code",
                code,
                "version",
                version,
                "title",
                "Licence terms",
                "text",
                "You may use it, version " + version));
        body.putAll(more);
        return api.post("/v1/terms", body).expect(201);
    }

    static Map<String, Object> person(String name) {
        return Map.of("name", name, "email", name.toLowerCase(java.util.Locale.ROOT) + "@example.com");
    }

    Answer license(Answer issued) {
        return api.get(path(issued, "")).expect(200);
    }

    static String path(Answer issued, String rest) {
        return "/v1/licenses/" + issued.text("/id") + rest;
    }
}
