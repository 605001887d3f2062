package dev.licet.hostile;

import dev.licet.testing.Http;
import java.util.List;
import java.util.Map;

/** Good requests about licence files and signing keys. */
final class OfflineSamples {
    private OfflineSamples() {}

    static void add(Http http, Samples samples) {
        String key = http.post("/v1/licenses", Map.of("plan", samples.id("plan")))
                .expect(201)
                .text("/key");
        http.post("/v1/activations", Map.of("key", key, "device", Samples.DEVICE))
                .expect(201);
        Map<String, Object> file = Map.of(
                "product",
                samples.id("product"),
                "device",
                Samples.DEVICE,
                "user",
                "ada@example.com",
                "version",
                "3.0.0",
                "ttl",
                "PT1H",
                "encrypt",
                false,
                "algorithms",
                List.of("EdDSA", "ML-DSA-65"));
        samples.body("POST /v1/licenses/{license}/files", file);
        var withKey = new java.util.LinkedHashMap<>(file);
        withKey.put("key", key);
        samples.body("POST /v1/files", withKey);
        var made = http.post("/v1/files", withKey).expect(201);
        samples.id("file", made.text("/id"));
        samples.body("POST /v1/files/trace", Map.of("file", made.text("/file")));
        samples.body("PUT /v1/files/{file}/revocation", Map.of("reason", "r"));
        samples.body("POST /v1/signing-keys", Map.of("algorithm", "EdDSA", "overlap", "PT1H"));
        samples.body("PUT /v1/signing-keys/{kid}/removal", Map.of("reason", "r"));
        samples.id(
                "kid",
                http.post("/v1/signing-keys", Map.of("algorithm", "ML-DSA-65", "overlap", "PT0S"))
                        .expect(201)
                        .text("/kid"));
    }
}
