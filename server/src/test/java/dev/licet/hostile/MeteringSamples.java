package dev.licet.hostile;

import dev.licet.testing.Http;
import java.util.List;
import java.util.Map;

/** Good requests about usage. */
final class MeteringSamples {
    private MeteringSamples() {}

    static void add(Http http, Samples samples) {
        String key = http.post("/v1/licenses", Map.of("plan", samples.id("plan")))
                .expect(201)
                .text("/key");
        Map<String, Object> event = Map.of(
                "id",
                Samples.UNIQUE,
                "meter",
                "calls",
                "quantity",
                "0.5",
                "at",
                "2026-11-25T12:00:00Z",
                "dimensions",
                Map.of("region", "eu"));
        samples.body("POST /v1/usage", Map.of("key", key, "events", List.of(event)));
        samples.body(
                "POST /v1/licenses/{license}/usage/adjustments",
                Map.of(
                        "meter",
                        "calls",
                        "quantity",
                        "0.5",
                        "reason",
                        "r",
                        "kind",
                        "usage",
                        "at",
                        "2026-11-25T12:00:00Z"));
    }
}
