package dev.licet.hostile;

import dev.licet.testing.Http;
import java.util.Map;

/** Samples of jobs and of what is done by them. */
final class ScaleSamples {
    private ScaleSamples() {}

    static void add(Samples samples, Http http) {
        Map<String, Object> issue = Map.of("plan", samples.id("plan"), "count", 2, "metadata", Map.of("a", "b"));
        samples.body("POST /v1/licenses/bulk", issue);
        samples.id("job", http.post("/v1/licenses/bulk", issue).expect(202).text("/job/id"));
    }
}
