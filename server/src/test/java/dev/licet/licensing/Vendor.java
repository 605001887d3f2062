package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A vendor of its own for each test: a product that no other test knows, with plans and licences as the test wants them. */
final class Vendor {
    final Http api;
    final Http program;
    final Clock clock;
    final String product = unique("p");

    Vendor(Http api) {
        this.api = api;
        program = api.anonymous();
        clock = new Clock(api);
        api.post("/v1/products", Map.of("code", product, "name", "Notes", "kind", "software"))
                .expect(201);
    }

    static Vendor onSharedServer() {
        return new Vendor(TestServer.shared().http());
    }

    /** On a server whose {@link #clock} may be moved onwards. */
    static Vendor onMovingServer() {
        return new Vendor(TestServer.moving().http());
    }

    /** A code that nothing else has. */
    static String unique(String prefix) {
        return prefix + Uuid7.next().toString().replace("-", "").toLowerCase(Locale.ROOT);
    }

    Vendor feature(String code, String type) {
        return feature(code, type, "software");
    }

    Vendor feature(String code, String type, String kind) {
        api.post(
                        "/v1/products/" + product + "/features",
                        Map.of("code", code, "name", code, "type", type, "kind", kind))
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

    String plan(String code, Map<String, ?> policy) {
        return plan(code, policy, Map.of());
    }

    String plan(Map<String, ?> policy) {
        return plan("plan", policy, Map.of());
    }

    /** The id of a new customer. */
    String customer(String kind) {
        return api.post(
                        "/v1/customers",
                        Map.of("kind", kind, "name", unique("Customer "), "email", "it@example.com", "country", "DE"))
                .expect(201)
                .text("/id");
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

    /** What a program that says nothing of itself is answered. */
    Answer validate(Issued license) {
        return validate(license, Map.of());
    }

    /** Fails unless such a program is answered with this code. */
    void expect(Issued license, String code) {
        expect(license, Map.of(), code);
    }

    void expect(Issued license, Map<String, ?> more, String code) {
        Answer answer = validate(license, more);
        assertThat(answer.text("/code")).as(answer::toString).isEqualTo(code);
        assertThat(answer.at("/valid")).isEqualTo(code.equals("VALID"));
    }

    Answer activate(Issued license, String fingerprint) {
        return activate(license, device(fingerprint));
    }

    Answer activate(Issued license, Map<String, ?> device) {
        return program.post("/v1/activations", Map.of("key", license.key(), "device", device));
    }

    /** The id of a device that is activated now. */
    String activated(Issued license, String fingerprint) {
        return activate(license, fingerprint).expect(201).text("/device/id");
    }

    Answer beat(Issued license, String device) {
        return program.withLicense(license.key()).post("/v1/activations/" + device + "/heartbeat", Map.of());
    }

    Answer deactivate(Issued license, String device) {
        return program.withLicense(license.key()).delete("/v1/activations/" + device);
    }

    /** Asks for a floating seat. */
    Answer take(Issued license, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("key", license.key());
        return program.post("/v1/leases", body);
    }

    /** The id of a floating seat that is taken now by a process of this name. */
    String taken(Issued license, String process) {
        return take(license, Map.of("process", process)).expect(201).text("/lease/id");
    }

    Answer renewSeat(Issued license, String lease) {
        return program.withLicense(license.key()).post("/v1/leases/" + lease + "/renewals", Map.of());
    }

    Answer giveBack(Issued license, String lease) {
        return program.withLicense(license.key()).delete("/v1/leases/" + lease);
    }

    /** How many floating seats are taken. */
    long seatsTaken(Issued license) {
        return Long.parseLong(String.valueOf(license(license).at("/counts/leases")));
    }

    Answer license(Issued license) {
        return api.get(path(license, "")).expect(200);
    }

    Instant end(Issued license) {
        return Instant.parse(license(license).text("/expiresAt"));
    }

    Answer put(Issued license, String what, Map<String, ?> body) {
        return api.put(path(license, "/" + what), body);
    }

    Answer renew(Issued license, Map<String, ?> body) {
        return api.post(path(license, "/renewals"), body);
    }

    /** Lays a policy over that of the plan, for one licence. */
    Answer override(Issued license, Map<String, ?> policy) {
        return api.patch(path(license, ""), Map.of("overrides", Map.of("policy", policy)))
                .expect(200);
    }

    /** The types of what has happened to a licence, the latest first. */
    List<String> history(Issued license) {
        return api.get(path(license, "/history?limit=200")).expect(200).list("/data").stream()
                .map(event -> String.valueOf(((Map<?, ?>) event).get("type")))
                .toList();
    }

    static String path(Issued license, String rest) {
        return "/v1/licenses/" + license.id() + rest;
    }

    static Map<String, Object> device(String fingerprint) {
        return Map.of("fingerprint", fingerprint);
    }

    static Map<String, Object> device(String fingerprint, Map<String, String> components) {
        return Map.of("fingerprint", fingerprint, "components", components);
    }

    /** A licence that was just issued, with its key. */
    record Issued(String id, String key, Answer answer) {}
}
