package dev.licet.licensing;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/{license}/maintenance")
@Tag(name = "License life")
class MaintenanceApi {
    private final Maintenance maintenance;
    private final InstantSource time;

    MaintenanceApi(Maintenance maintenance, InstantSource time) {
        this.maintenance = maintenance;
        this.time = time;
    }

    @PostMapping
    @Allow("licenses:write")
    @Operation(
            summary = "Renew the maintenance",
            description = "By the policy's maintenance, by the term given, or until an instant.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LicenseView> renew(
            Caller by, @PathVariable String license, @RequestBody(required = false) Bodies.@Nullable Maintained body) {
        Instant until = body == null ? null : body.checked().until();
        License renewed = until == null
                ? maintenance.renew(by, license, body == null ? null : body.term())
                : maintenance.set(by, license, until);
        LicenseView view = LicenseView.of(renewed, time.instant());
        return ETags.created("/v1/licenses/" + view.id(), view, renewed.version());
    }

    @DeleteMapping
    @Allow("licenses:write")
    @Operation(summary = "Let the plan say when the maintenance ends")
    ResponseEntity<LicenseView> reset(Caller by, @PathVariable String license) {
        License reset = maintenance.reset(by, license);
        LicenseView view = LicenseView.of(reset, time.instant());
        return ETags.ok(view, reset.version(), view.toString());
    }
}
