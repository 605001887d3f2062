package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that reports and never asks must not run for ever on a term that waits for a question. */
class HeartbeatTermTest {
    private final Vendor vendor = Vendor.onSharedServer();

    @Test
    void aHeartbeatBeginsATermThatWaitsForTheFirstValidation() {
        Vendor.Issued license =
                vendor.issue(vendor.plan(Map.of("term", "P7D", "starts", "firstValidation", "devices", 1)));
        String device = vendor.activate(license, "fp-1").expect(201).text("/device/id");
        assertThat(vendor.license(license).text("/state")).isEqualTo("pending");

        vendor.program
                .withLicense(license.key())
                .post("/v1/activations/" + device + "/heartbeat", Map.of())
                .expect(200);

        assertThat(vendor.license(license).text("/state")).isNotEqualTo("pending");
        assertThat(vendor.license(license).at("/expiresAt")).isNotNull();
    }
}
