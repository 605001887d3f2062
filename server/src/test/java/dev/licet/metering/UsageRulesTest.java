package dev.licet.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which licences count usage, in which forms it may come, and what is wrong with what does not count. */
class UsageRulesTest {
    private final Shop shop = Shop.onMovingServer().meter("apiCalls");
    private final Map<String, Object> grant = Map.of("apiCalls", Map.of("limit", 1000));

    private Answer cloud(Shop.License license, String type, String body) {
        return shop.program
                .withLicense(license.key())
                .send("POST", "/v1/usage", type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_licence_that_may_not_run_counts_nothing() {
        Shop.License license = shop.issue(grant);
        shop.api.put(license.path("/suspension"), Map.of("reason", "r")).expect(200);
        shop.clock.advance("PT10M");
        assertThat(shop.refusal(license, Shop.event("apiCalls", 1))).isEqualTo("SUSPENDED");
        shop.api.delete(license.path("/suspension")).expect(200);
        shop.use(license, Shop.event("apiCalls", 1));
        shop.api.put(license.path("/revocation"), Map.of("reason", "r")).expect(200);
        assertThat(shop.refusal(license, Shop.event("apiCalls", 1))).isEqualTo("REVOKED");
        Answer unknown = shop.program.post("/v1/usage", Map.of("key", license.key() + "X", "events", List.of()));
        unknown.problem(404, "NOT_FOUND");
        shop.program.post("/v1/usage", Map.of("events", List.of())).invalid("/key");
    }

    @Test
    void what_was_used_before_the_end_counts_after_it() {
        Shop.License license = shop.issue(Map.of("term", "P1D"), grant);
        Instant within = shop.clock.now();
        shop.clock.advance("P2D");
        assertThat(shop.refusal(license, Shop.event("apiCalls", 1))).isEqualTo("EXPIRED");
        shop.use(license, Shop.event(Shop.unique("e"), "apiCalls", 1, Map.of("at", within.toString())));
    }

    @Test
    void usage_is_a_first_use_and_a_refusal_is_none() {
        Shop.License license = shop.issue(Map.of("starts", "firstUse", "term", "P7D"), grant);
        assertThat(shop.refusal(license, Shop.event("nothing", 1))).isEqualTo("FEATURE_NOT_INCLUDED");
        shop.send(license).expect(200);
        assertThat(shop.history(license)).containsExactly("license.issued");
        shop.use(license, Shop.event("apiCalls", 1));
        assertThat(shop.history(license)).containsExactly("license.started", "license.issued");
        Instant end = Instant.parse(shop.api.get(license.path("")).text("/expiresAt"));
        assertThat(Duration.between(shop.clock.now(), end)).isBetween(Duration.ofDays(6), Duration.ofDays(7));
        Shop.License waiting = shop.issue(Map.of("starts", "firstActivation", "term", "P7D"), grant);
        assertThat(shop.refusal(waiting, Shop.event("apiCalls", 1))).isEqualTo("DEVICE_NOT_ACTIVATED");
    }

    @Test
    void cloud_events_count_one_by_one_and_in_batches() {
        Shop.License license = shop.issue(grant);
        String one = """
                {"specversion":"1.0","id":"1","source":"/eu/node-7","type":"com.example.used","subject":"apiCalls",
                 "time":"%s","datacontenttype":"application/json","data":{"quantity":"2.5","dimensions":{"region":"eu"}}}
                """.formatted(shop.clock.now());
        Answer first = cloud(license, "application/cloudevents+json", one).expect(200);
        assertThat(first.text("/balances/apiCalls/used")).isEqualTo("2.5");
        String batch = "[" + one + "," + one.replace("node-7", "node-8") + ","
                + one.replace("\"subject\":\"apiCalls\",", "")
                        .replace("com.example.used", "apiCalls")
                        .replace("\"1\"", "\"2\"")
                + "]";
        Answer more =
                cloud(license, "application/cloudevents-batch+json", batch).expect(200);
        assertThat(more.at("/accepted")).as(more::toString).hasToString("2");
        assertThat(more.list("/duplicateIds")).isEqualTo(List.of("1"));
        assertThat(more.text("/balances/apiCalls/used")).isEqualTo("7.5");
        cloud(license, "application/cloudevents+json", one.replace("\"1.0\"", "\"0.3\""))
                .invalid("/specversion");
        cloud(license, "application/cloudevents-batch+json", "[{}]").invalid("/0/id");
        assertThat(shop.api.get(license.path("/usage/events")).text("/data/1/source"))
                .isEqualTo("/eu/node-8");
    }

    @Test
    void what_is_wrong_is_named() {
        Shop.License license = shop.issue(grant);
        shop.send(license, Shop.event("", "apiCalls", 1)).invalid("/events/0/id");
        shop.send(license, Shop.event("a", "apiCalls", -1)).invalid("/events/0/quantity");
        shop.send(license, Shop.event("a", "apiCalls", "many")).invalid("/events/0/quantity");
        shop.send(license, Shop.event("a", "apiCalls", 1, Map.of("dimensions", Map.of("a", List.of()))))
                .invalid("/events/0/dimensions/a");
        Object[] many = new Object[1001];
        java.util.Arrays.setAll(many, i -> Shop.event("e" + i, "apiCalls", 1));
        shop.send(license, many).invalid("/events");
        shop.use(license, java.util.Arrays.copyOf(many, 1000));
        assertThat(shop.used(license, "apiCalls")).isEqualTo("1000");
        shop.api.get(license.path("/usage?by=week")).invalid("by");
        shop.api.get(license.path("/usage?by=day&dimension=user")).invalid("meter");
        shop.adjust(license, "apiCalls", 0, "r").invalid("/quantity");
        shop.adjust(license, "apiCalls", 1, "").invalid("/reason");
        shop.adjust(license, "nothing", 1, "r").invalid("/meter");
        shop.api
                .post(
                        "/v1/products/" + shop.product + "/features",
                        Map.of("code", "x", "name", "x", "type", "metered", "aggregation", "unique"))
                .invalid("/uniqueBy");
        shop.api
                .patch("/v1/products/" + shop.product + "/features/apiCalls", Map.of("aggregation", "max"))
                .invalid("/aggregation");
    }

    @Test
    void a_plan_says_what_is_wrong_with_a_grant() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "/period", Map.of("limit", 1, "period", "PT0S"),
                "/softLimit", Map.of("limit", 1, "softLimit", 2),
                "/overageLimit", Map.of("limit", 5, "overage", "allow", "overageLimit", 4),
                "/rollover", Map.of("limit", 5, "rollover", Map.of("limit", 1)),
                "/pool", Map.of("limit", 5, "pool", "nothing"),
                "/cost", Map.of("limit", 5, "cost", 2));
        wrong.forEach((field, bad) -> shop.api
                .post(
                        "/v1/plans",
                        Map.of("product", shop.product, "code", "p", "name", "p", "features", Map.of("apiCalls", bad)))
                .invalid("/features/apiCalls" + field));
    }
}
