package dev.licet.licensing;

import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.version.Version;
import dev.licet.platform.Allow;
import dev.licet.platform.Checks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "License readings", description = "Devices, history and the log of validations")
class PastApi {
    private final PastDecisions decisions;
    private final InstantSource time;

    PastApi(PastDecisions decisions, InstantSource time) {
        this.decisions = decisions;
        this.time = time;
    }

    @GetMapping("/v1/licenses/{license}/decision")
    @Allow("licenses:read")
    @Operation(
            summary = "Say what was allowed at a moment, and why",
            description =
                    "From the history alone, for any past moment, and for a coming one should nothing change. device is a"
                            + " fingerprint; feature takes several codes with commas between them. What the history cannot tell"
                            + " stands in notConsidered.")
    PastDecision decision(
            @PathVariable String license,
            @RequestParam @Nullable Instant at,
            @RequestParam @Nullable String product,
            @RequestParam @Nullable String device,
            @RequestParam @Nullable String user,
            @RequestParam @Nullable String version,
            @RequestParam @Nullable String feature) {
        Instant moment = at == null ? time.instant() : at;
        return decisions.decide(license, question(product, device, user, version, feature), moment);
    }

    private static Question question(
            @Nullable String product,
            @Nullable String device,
            @Nullable String user,
            @Nullable String version,
            @Nullable String feature) {
        Checks checks = new Checks()
                .text("product", product, 0, 100)
                .text("device", device, 0, 255)
                .text("user", user, 0, 254)
                .text("feature", feature, 0, 1000);
        Version parsed = version(checks, version);
        checks.done();
        List<String> features = feature == null ? List.of() : List.of(feature.split(",", -1));
        Device asked = device == null ? null : new Device(device, java.util.Map.of());
        return new Question(product, asked, user, parsed, features);
    }

    private static @Nullable Version version(Checks checks, @Nullable String version) {
        try {
            return version == null ? null : Version.parse(version);
        } catch (IllegalArgumentException e) {
            checks.that("version", false, "must be numbers with dots, such as 2.3.1 or 3.0.0-beta.2");
            return null;
        }
    }
}
