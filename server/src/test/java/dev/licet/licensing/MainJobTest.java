package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main job from end to end: a plan, a licence, a program that activates, asks, and is refused. */
class MainJobTest {
    private final Vendor vendor = Vendor.onSharedServer();

    @Test
    void aProgramRunsOnItsLicenseUntilTheVendorSaysOtherwise() {
        vendor.feature("export", "switch");
        String pro = vendor.plan("pro", Map.of("term", "P1Y", "devices", 1), Map.of("export", true));
        Vendor.Issued license = vendor.issue(pro);
        assertThat(license.answer().text("/state")).isEqualTo("active");

        assertThat(vendor.validate(license, "fp-1").text("/code")).isEqualTo("DEVICE_NOT_ACTIVATED");
        Answer active = vendor.activate(license, "fp-1").expect(201);
        assertThat(active.text("/device/id")).startsWith("dev_");
        vendor.activate(license, "fp-1").expect(200);
        vendor.activate(license, "fp-2").problem(409, "DEVICE_LIMIT_REACHED");

        Answer valid = vendor.validate(
                license, Map.of("device", Vendor.device("fp-1"), "features", List.of("export"), "nonce", "n-1"));
        assertThat(valid.at("/valid")).isEqualTo(true);
        assertThat(valid.text("/nonce")).isEqualTo("n-1");
        assertThat(valid.at("/features/export")).isEqualTo(true);

        vendor.api
                .put("/v1/licenses/" + license.id() + "/suspension", Map.of("reason", "unpaid"))
                .expect(200);
        Answer refused = vendor.validate(license, "fp-1");
        assertThat(refused.at("/valid")).isEqualTo(false);
        assertThat(refused.text("/code")).isEqualTo("SUSPENDED");
        assertThat(refused.at("/token")).isNull();

        vendor.api.delete("/v1/licenses/" + license.id() + "/suspension").expect(200);
        assertThat(vendor.validate(license, "fp-1").text("/code")).isEqualTo("VALID");
    }
}
