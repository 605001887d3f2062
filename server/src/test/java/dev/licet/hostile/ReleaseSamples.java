package dev.licet.hostile;

import dev.licet.testing.Http;
import java.util.List;
import java.util.Map;

/** Samples of releases, blocks and ends of life. */
final class ReleaseSamples {
    private static final Map<String, Object> WAY =
            Map.of("upgradeTo", "3.0.0", "message", "m", "guide", "https://example.com/g");

    private ReleaseSamples() {}

    static void add(Samples samples, Http http) {
        samples.sample(
                http,
                "/v1/products/{product}/releases",
                "release",
                Map.of(
                        "version",
                        "2.3.1",
                        "releasedAt",
                        "2027-01-01T00:00:00Z",
                        "channel",
                        "beta",
                        "notes",
                        "n",
                        "upgradeUrl",
                        "https://example.com/u"));
        Map<String, Object> block = new java.util.HashMap<>(WAY);
        block.putAll(
                Map.of("versions", List.of("2.3.0 - 2.3.4"), "reason", "r", "effectiveAt", "2097-01-01T00:00:00Z"));
        samples.body("PUT /v1/products/{product}/blocks/{block}", block);
        samples.id("block", "CVE-1");
        Map<String, Object> end = new java.util.HashMap<>(WAY);
        end.putAll(Map.of(
                "versions",
                List.of("1.0 - 1.9"),
                "noticeAt",
                "2097-01-01T00:00:00Z",
                "restrictedAt",
                "2097-02-01T00:00:00Z",
                "endsAt",
                "2097-03-01T00:00:00Z",
                "offer",
                "https://example.com/o"));
        samples.body("PUT /v1/products/{product}/end-of-life/{end}", end);
        samples.id("end", "v1");
        samples.body("POST /v1/licenses/{license}/maintenance", Map.of("until", "2097-01-01T00:00:00Z"));
        http.put(samples.path("/v1/products/{product}/blocks/{block}"), block).expect(201);
        http.put(samples.path("/v1/products/{product}/end-of-life/{end}"), end).expect(201);
    }
}
