package dev.licet.hostile;

import dev.licet.core.device.Device;
import dev.licet.core.file.ActivationRequest;
import dev.licet.core.file.DeactivationProof;
import dev.licet.core.file.UsageReport;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.meter.UsageEvent;
import dev.licet.testing.Http;
import java.math.BigDecimal;
import java.time.Instant;
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
        documents(LicenseKey.parse(key), made.text("/license"), made.text("/id"), samples);
        samples.body("POST /v1/signing-keys", Map.of("algorithm", "EdDSA", "overlap", "PT1H"));
        samples.body("PUT /v1/signing-keys/{kid}/removal", Map.of("reason", "r"));
        samples.id(
                "kid",
                http.post("/v1/signing-keys", Map.of("algorithm", "ML-DSA-65", "overlap", "PT0S"))
                        .expect(201)
                        .text("/kid"));
    }

    private static void documents(LicenseKey key, String license, String file, Samples samples) {
        Instant now = Instant.parse("2026-11-25T12:00:00Z");
        Device device = new Device("f1", Map.of("cpu", "c1"));
        String request = new ActivationRequest(
                        "0123456789abcdef", null, device, "lab", "linux", null, "3.0.0", now, now)
                .write(key);
        String proof = new DeactivationProof("0123456789abcdef", license, file, "f1", now).write(key);
        UsageEvent event = new UsageEvent("e1", "calls", BigDecimal.ONE, now, Map.of());
        String report = new UsageReport("0123456789abcdef", 1, "f1", List.of(event), now).write(key);
        samples.body(
                "POST /v1/offline/activations",
                Map.of("request", request, "ttl", "PT1H", "encrypt", true, "algorithms", List.of("EdDSA")));
        samples.body("POST /v1/offline/deactivations", Map.of("proof", proof));
        samples.body("POST /v1/offline/usage", Map.of("report", report));
    }
}
