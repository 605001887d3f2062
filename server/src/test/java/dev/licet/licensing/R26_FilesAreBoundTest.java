package dev.licet.licensing;

import dev.licet.core.decision.Code;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.file.LicenseFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file is for one device, one user, one product, a time and some features; each of them that differs has its own code. */
class R26_FilesAreBoundTest {
    private static final String ADA = "ada@example.com";

    private final Vendor vendor =
            Vendor.onSharedServer().feature("export", "switch").feature("print", "switch");
    private final Papers papers = new Papers(vendor);
    private final String plan = vendor.plan(
            "pro",
            Map.of("term", "P30D", "grace", "P1D", "devices", 1, "users", 1, "offlineTtl", "P7D"),
            Map.of("export", true));
    private final Vendor.Issued license = vendor.issue(plan, Map.of("users", List.of(ADA)));
    private final LicenseFile file = file();
    private final Instant now = vendor.clock.now();

    private LicenseFile file() {
        Map<String, Object> device = Vendor.device("f1", Papers.PARTS);
        vendor.activate(license, device).expect(409);
        vendor.program
                .post("/v1/activations", Map.of("key", license.key(), "device", device, "user", ADA))
                .expect(201);
        return papers.carried(
                papers.file(license, Map.of("device", device, "user", ADA)).expect(201));
    }

    @Test
    void R26_itIsGoodForWhatItIsFor() {
        Papers.expect(file, papers.question("f1", ADA, "export"), now, Code.VALID);
    }

    @Test
    void R26_aDeviceOfWhichAPartChangedIsStillTheDevice() {
        Device changed = new Device("f1", Map.of("machineId", "m1", "cpu", "another"));
        Question question = new Question(vendor.product, changed, ADA, null, List.of());
        Papers.expect(file, question, now, Code.VALID);
    }

    @Test
    void R26_anotherDeviceIsRefused() {
        Device other = new Device("f2", Map.of("machineId", "m2", "cpu", "c2"));
        Papers.expect(file, new Question(vendor.product, other, ADA, null, List.of()), now, Code.DEVICE_NOT_ACTIVATED);
        Papers.expect(file, papers.question(null, ADA), now, Code.DEVICE_REQUIRED);
    }

    @Test
    void R26_aCopiedFingerprintIsRefused() {
        Device copy = new Device("f1", Map.of("machineId", "m2", "cpu", "c2"));
        Papers.expect(file, new Question(vendor.product, copy, ADA, null, List.of()), now, Code.DEVICE_MISMATCH);
    }

    @Test
    void R26_anotherUserIsRefused() {
        Papers.expect(file, papers.question("f1", "bob@example.com"), now, Code.USER_NOT_ASSIGNED);
        Papers.expect(file, papers.question("f1", null), now, Code.USER_REQUIRED);
    }

    @Test
    void R26_anotherProductIsRefused() {
        Question other = new Question("another", new Device("f1", Papers.PARTS), ADA, null, List.of());
        Papers.expect(file, other, now, Code.PRODUCT_MISMATCH);
    }

    @Test
    void R26_anotherTimeIsRefused() {
        Question question = papers.question("f1", ADA);
        Instant end = file.grant().expiresAt();
        Papers.expect(file, question, end.minusSeconds(1), Code.VALID);
        Papers.expect(file, question, end, Code.CHECK_IN_OVERDUE);
        Papers.expect(file, question, now.plus(Duration.ofDays(32)), Code.EXPIRED);
    }

    @Test
    void R26_anotherFeatureIsRefused() {
        Papers.expect(file, papers.question("f1", ADA, "print"), now, Code.FEATURE_NOT_INCLUDED);
    }
}
