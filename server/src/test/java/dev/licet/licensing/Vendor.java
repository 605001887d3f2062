package dev.licet.licensing;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A vendor of its own for each test: a product that no other test knows, with plans and licences as the test wants them. */
final class Vendor {
    final Http api;
    final Http program;
    final String product = "p" + Uuid7.next().toString().replace("-", "").toLowerCase(Locale.ROOT);

    Vendor(TestServer server) {
        api = server.http();
        program = api.anonymous();
        api.post("/v1/products", Map.of("code", product, "name", "Notes", "kind", "software"))
                .expect(201);
    }

    static Vendor onSharedServer() {
        return new Vendor(TestServer.shared());
    }

    Vendor feature(String code, String type) {
        api.post("/v1/products/" + product + "/features", Map.of("code", code, "name", code, "type", type))
                .expect(201);
        return this;
    }

    /** A plan of this product; its code in requests is not unique among vendors, so its id is given. */
    String plan(String code, Map<String, ?> policy, Map<String, ?> features) {
        return api.post(
                        "/v1/plans",
                        Map.of(
                                "product", product,
                                "code", code,
                                "name", code,
                                "policy", policy,
                                "features", features))
                .expect(201)
                .text("/id");
    }

    String plan(Map<String, ?> policy) {
        return plan("plan", policy, Map.of());
    }

    Issued issue(String plan) {
        return issue(plan, Map.of());
    }

    Issued issue(String plan, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("plan", plan);
        Answer answer = api.post("/v1/licenses", body).expect(201);
        return new Issued(answer.text("/id"), answer.text("/key"), answer);
    }

    Answer validate(Issued license, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("key", license.key());
        return program.post("/v1/licenses/validate", body).expect(200);
    }

    Answer validate(Issued license, @Nullable String fingerprint) {
        return validate(license, fingerprint == null ? Map.of() : Map.of("device", device(fingerprint)));
    }

    Answer activate(Issued license, String fingerprint) {
        return activate(license, device(fingerprint));
    }

    Answer activate(Issued license, Map<String, ?> device) {
        return program.post("/v1/activations", Map.of("key", license.key(), "device", device));
    }

    Answer license(Issued license) {
        return api.get("/v1/licenses/" + license.id()).expect(200);
    }

    static Map<String, Object> device(String fingerprint) {
        return Map.of("fingerprint", fingerprint);
    }

    /** A licence that was just issued, with its key. */
    record Issued(String id, String key, Answer answer) {}
}
