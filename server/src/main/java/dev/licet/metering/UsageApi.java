package dev.licet.metering;

import dev.licet.licensing.LicenseUse;
import dev.licet.platform.Public;
import dev.licet.platform.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@SecurityRequirement(name = "LicenseKey")
@Tag(name = "Programs")
class UsageApi {
    private final Metering metering;
    private final LicenseUse licenses;
    private final Settings settings;
    private final InstantSource time;

    UsageApi(Metering metering, LicenseUse licenses, Settings settings, InstantSource time) {
        this.metering = metering;
        this.licenses = licenses;
        this.settings = settings;
        this.time = time;
    }

    @PostMapping(path = "/v1/usage", consumes = "application/json")
    @Public
    @Operation(
            summary = "Report what was used",
            description = "Up to 1,000 events; each id counts once for ever. No events asks for the balances.")
    UsageReceipt report(@RequestBody UsageRequest body, HttpServletRequest request, HttpServletResponse response) {
        UUID license = licenses.byKey(body.key(), request);
        return metering.record(license, body.events(time.instant()), origin(license, response));
    }

    @PostMapping(
            path = "/v1/usage",
            consumes = {"application/cloudevents+json", "application/cloudevents-batch+json"})
    @Public
    @Operation(
            summary = "Report what was used",
            description =
                    "As CloudEvents 1.0: id and source identify, subject (or else type) names the meter, data has quantity"
                            + " and dimensions. The license key stands in the header Authorization: License <key>.")
    UsageReceipt reportCloudEvents(
            @RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response) {
        UUID license = licenses.byKey(null, request);
        return metering.record(license, CloudEvents.read(body, time.instant()), origin(license, response));
    }

    private UsageOrigin origin(UUID license, HttpServletResponse response) {
        String requestId = Objects.requireNonNullElse(response.getHeader("X-Request-Id"), "-");
        Instant now = time.instant();
        Duration late = Duration.between(settings.usage().late().subtractFrom(now), now);
        return new UsageOrigin(LicenseUse.program(license, requestId), late);
    }
}
