package dev.licet.licensing;

import dev.licet.core.device.Device;
import dev.licet.core.file.ActivationRequest;
import dev.licet.core.file.DeactivationProof;
import dev.licet.core.file.UsageReport;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.meter.UsageEvent;
import dev.licet.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program on a machine that never sees a network: what it writes, and the errand of whoever carries it. */
record AirGapped(Vendor vendor, Vendor.Issued license, String fingerprint) {
    private static final Instant ITS_CLOCK = Instant.parse("2020-01-01T00:00:00Z");

    String request() {
        return request(Vendor.unique("nonce"), null);
    }

    String request(String nonce, @Nullable String user) {
        Device device = new Device(fingerprint, Map.of("machineId", "m-" + fingerprint));
        return new ActivationRequest(nonce, vendor.product, device, "lab", "linux", user, "2.3.1", null, ITS_CLOCK)
                .write(key());
    }

    Answer carry(String request) {
        return vendor.program.post("/v1/offline/activations", Map.of("request", request));
    }

    String proof(String file) {
        return proof(file, license.id(), fingerprint);
    }

    String proof(String file, String license, String device) {
        return new DeactivationProof(Vendor.unique("nonce"), license, file, device, ITS_CLOCK).write(key());
    }

    Answer giveUp(String proof) {
        return vendor.program.post("/v1/offline/deactivations", Map.of("proof", proof));
    }

    String report(int number, UsageEvent... events) {
        return new UsageReport("series-of-machine-" + fingerprint, number, fingerprint, List.of(events), ITS_CLOCK)
                .write(key());
    }

    Answer tell(String report) {
        return vendor.program.post("/v1/offline/usage", Map.of("report", report));
    }

    private LicenseKey key() {
        return LicenseKey.parse(license.key());
    }
}
