package dev.licet.hostile;

import dev.licet.testing.Http;
import java.util.LinkedHashMap;
import java.util.Map;

/** Floating seats. */
final class LeaseSamples {
    private LeaseSamples() {}

    static void add(Samples samples, Http http) {
        String plan = http.post(
                        "/v1/plans",
                        Map.of(
                                "product",
                                samples.id("product"),
                                "code",
                                "floating",
                                "name",
                                "Floating",
                                "policy",
                                Map.of("concurrent", 5)))
                .expect(201)
                .text("/id");
        String key = http.post("/v1/licenses", Map.of("plan", plan)).expect(201).text("/key");
        Map<String, Object> wish = new LinkedHashMap<>(Map.of(
                "key", key, "device", Samples.DEVICE, "user", "ada@example.com", "version", "3.0.0", "process", "p"));
        wish.putAll(Map.of("cores", 8, "quantity", 1, "ttl", "PT5M", "borrow", "P1D"));
        samples.id("lease", http.post("/v1/leases", wish).expect(201).text("/lease/id"));
        samples.body("POST /v1/leases", wish);
        samples.body("POST /v1/leases/{lease}/renewals", Map.of("ttl", "PT5M", "borrow", "P1D"));
    }
}
