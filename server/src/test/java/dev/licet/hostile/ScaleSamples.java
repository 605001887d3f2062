package dev.licet.hostile;

import dev.licet.testing.Http;
import java.util.Map;

/** Samples of jobs and of what is done by them. */
final class ScaleSamples {
    private ScaleSamples() {}

    static void add(Samples samples, Http http) {
        Map<String, Object> issue = Map.of("plan", samples.id("plan"), "count", 2, "metadata", Map.of("a", "b"));
        samples.body("POST /v1/licenses/bulk", issue);
        Map<String, Object> ids = Map.of("ids", java.util.List.of("lic_00000000000000000000000000"));
        for (String act :
                java.util.List.of("renewals", "expiry", "suspension", "resumption", "revocation", "plan", "metadata")) {
            samples.body("POST /v1/licenses/bulk/" + act, ids);
        }
        samples.body("POST /v1/licenses/export", Map.of("filter", Map.of("plan", samples.id("plan"))));
        samples.body("POST /v1/plans/{plan}/simulations", Map.of("policy", Map.of("devices", 1)));
        Map<String, Object> form = Map.of(
                "plan",
                samples.id("plan"),
                "requester",
                Map.of("name", "Ada", "email", "ada@example.com"),
                "reason",
                "r",
                "quantity",
                2);
        samples.body("POST /v1/license-requests", form);
        samples.body("PUT /v1/license-requests/{request}/approval", Map.of("note", "n"));
        samples.body("PUT /v1/license-requests/{request}/rejection", Map.of("reason", "r"));
        samples.body("PUT /v1/license-requests/{request}/withdrawal", Map.of("reason", "r"));
        samples.id(
                "request", http.post("/v1/license-requests", form).expect(201).text("/id"));
        samples.id("job", http.post("/v1/licenses/bulk", issue).expect(202).text("/job/id"));
    }
}
