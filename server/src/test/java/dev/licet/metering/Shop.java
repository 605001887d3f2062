package dev.licet.metering;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A product of its own for each test, with meters, and programs that report what they used. */
final class Shop {
    final Http api;
    final Http program;
    final Clock clock;
    final String product = unique("p");

    Shop(Http api) {
        this.api = api;
        program = api.anonymous();
        clock = new Clock(api);
        api.post("/v1/products", Map.of("code", product, "name", "Notes", "kind", "software"))
                .expect(201);
    }

    static Shop onSharedServer() {
        return new Shop(TestServer.shared().http());
    }

    /** On a server whose {@link #clock} may be moved onwards. */
    static Shop onMovingServer() {
        return new Shop(TestServer.moving().http());
    }

    /** A code that nothing else has. */
    static String unique(String prefix) {
        return prefix + Uuid7.next().toString().replace("-", "").toLowerCase(Locale.ROOT);
    }

    Shop meter(String code) {
        return feature(code, Map.of("type", "metered"));
    }

    Shop meter(String code, String aggregation) {
        return feature(code, Map.of("type", "metered", "aggregation", aggregation));
    }

    Shop feature(String code, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("code", code, "name", code));
        body.putAll(more);
        api.post("/v1/products/" + product + "/features", body).expect(201);
        return this;
    }

    String plan(Map<String, ?> policy, Map<String, ?> features) {
        return api.post(
                        "/v1/plans",
                        Map.of(
                                "product",
                                product,
                                "code",
                                unique("plan"),
                                "name",
                                "Plan",
                                "policy",
                                policy,
                                "features",
                                features))
                .expect(201)
                .text("/id");
    }

    License issue(Map<String, ?> features) {
        return issue(Map.of(), features);
    }

    License issue(Map<String, ?> policy, Map<String, ?> features) {
        return issueOf(plan(policy, features), Map.of());
    }

    License issueOf(String plan, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("plan", plan);
        Answer answer = api.post("/v1/licenses", body).expect(201);
        return new License(answer.text("/id"), answer.text("/key"));
    }

    /** A metered grant that ends at its limit. */
    static Map<String, Object> limit(Object limit, String period) {
        return Map.of("limit", limit, "period", period);
    }

    static Map<String, Object> event(String id, String meter, Object quantity) {
        return Map.of("id", id, "meter", meter, "quantity", quantity);
    }

    static Map<String, Object> event(String id, String meter, Object quantity, Map<String, ?> more) {
        Map<String, Object> event = new HashMap<>(event(id, meter, quantity));
        event.putAll(more);
        return event;
    }

    /** One event of an id that nothing else has. */
    static Map<String, Object> event(String meter, Object quantity) {
        return event(unique("e"), meter, quantity);
    }

    Answer send(License license, Object... events) {
        return program.post("/v1/usage", Map.of("key", license.key(), "events", List.of(events)));
    }

    /** Fails unless all of them count. */
    Answer use(License license, Object... events) {
        Answer answer = send(license, events).expect(200);
        org.assertj.core.api.Assertions.assertThat(answer.at("/accepted"))
                .as(answer::toString)
                .hasToString(String.valueOf(events.length));
        return answer;
    }

    /** The code with which a single event is refused. */
    String refusal(License license, Map<String, ?> event) {
        Answer answer = send(license, event).expect(200);
        return answer.text("/refused/0/code");
    }

    String used(License license, String meter) {
        return send(license).expect(200).text("/balances/" + meter + "/used");
    }

    Answer validate(License license, String... features) {
        return program.post(
                        "/v1/licenses/validate", Map.of("key", license.key(), "features", List.of((Object[]) features)))
                .expect(200);
    }

    Answer adjust(License license, String meter, Object quantity, String reason) {
        return api.post(
                license.path("/usage/adjustments"), Map.of("meter", meter, "quantity", quantity, "reason", reason));
    }

    /** The types of what has happened to a licence, the latest first. */
    List<String> history(License license) {
        return api.get(license.path("/history?limit=200")).expect(200).list("/data").stream()
                .map(event -> String.valueOf(((Map<?, ?>) event).get("type")))
                .toList();
    }

    /** A licence that was issued. */
    record License(String id, String key) {
        String path(String rest) {
            return "/v1/licenses/" + id + rest;
        }
    }
}
