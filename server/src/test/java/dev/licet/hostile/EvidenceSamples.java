package dev.licet.hostile;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.util.Map;

/** Good requests about terms and what proves a licence. */
final class EvidenceSamples {
    private EvidenceSamples() {}

    static void add(Samples samples, Http http) {
        Map<String, Object> terms = Map.of(
                "code",
                Samples.UNIQUE,
                "version",
                "1",
                "title",
                "Licence terms",
                "text",
                "You may.",
                "effectiveAt",
                "2026-01-01T00:00:00Z",
                "product",
                samples.id("product"));
        Answer made = http.post("/v1/terms", Samples.fresh(terms) instanceof Map<?, ?> fresh ? fresh : terms)
                .expect(201);
        samples.body("POST /v1/terms", terms);
        samples.id("terms", made.text("/id"));
        samples.body("PUT /v1/products/{product}/terms", Map.of("terms", made.text("/code")));
        Map<String, Object> who = Map.of("name", "Ada", "email", "ada@example.com");
        samples.body(
                "POST /v1/licenses/{license}/terms-acceptances",
                Map.of(
                        "terms",
                        made.text("/id"),
                        "acceptedBy",
                        who,
                        "at",
                        "2026-01-02T00:00:00Z",
                        "evidence",
                        Map.of("contract", "2026-117")));
        Map<String, Object> license = Map.of("plan", samples.id("plan"), "startsAt", "2026-01-01T00:00:00Z");
        String key = http.post("/v1/licenses", license).expect(201).text("/key");
        String certificate = "/v1/licenses/" + samples.id("license") + "/certificate";
        samples.id("number", http.get(certificate).expect(200).text("/number"));
        samples.body("POST /v1/terms-acceptances", Map.of("key", key, "terms", made.text("/id"), "acceptedBy", who));
    }
}
