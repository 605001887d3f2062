package dev.licet.licensing;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/{license}")
@Tag(name = "License life", description = "Suspend, resume, revoke, renew, upgrade, transfer")
class LifecycleApi {
    private final Lifecycle lifecycle;
    private final InstantSource time;

    LifecycleApi(Lifecycle lifecycle, InstantSource time) {
        this.lifecycle = lifecycle;
        this.time = time;
    }

    @PutMapping("/suspension")
    @Allow("licenses:write")
    @Operation(summary = "Suspend", description = "Programs are refused until the license is resumed.")
    ResponseEntity<LicenseView> suspend(
            Caller by, @PathVariable String license, @RequestBody(required = false) Bodies.@Nullable Reason body) {
        return shown(lifecycle.suspend(by, license, body == null ? null : body.reason()));
    }

    @DeleteMapping("/suspension")
    @Allow("licenses:write")
    @Operation(summary = "Resume")
    ResponseEntity<LicenseView> resume(Caller by, @PathVariable String license, HttpServletRequest request) {
        return shown(lifecycle.resume(by, license, version -> ETags.match(request, version)));
    }

    @PutMapping("/revocation")
    @Allow("licenses:write")
    @Operation(summary = "Revoke", description = "This is final.")
    ResponseEntity<LicenseView> revoke(
            Caller by, @PathVariable String license, @RequestBody(required = false) Bodies.@Nullable Reason body) {
        return shown(lifecycle.revoke(by, license, body == null ? null : body.reason()));
    }

    @PostMapping("/renewals")
    @Allow("licenses:write")
    @Operation(summary = "Renew", description = "By the plan's term, or by the one given.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LicenseView> renew(
            Caller by, @PathVariable String license, @RequestBody(required = false) Bodies.@Nullable Renewal body) {
        if (body != null) {
            body.check();
        }
        License renewed = lifecycle.renew(by, license, body == null ? null : body.term());
        LicenseView view = LicenseView.of(renewed, time.instant());
        return ETags.created("/v1/licenses/" + view.id(), view, renewed.version());
    }

    @PutMapping("/plan")
    @Allow("licenses:write")
    @Operation(summary = "Move to a plan", description = "Key, devices and users stay.")
    ResponseEntity<LicenseView> move(Caller by, @PathVariable String license, @RequestBody Bodies.Move body) {
        return shown(lifecycle.move(by, license, body.plan()));
    }

    @PutMapping("/customer")
    @Allow("licenses:write")
    @Operation(summary = "Transfer to another customer", description = "Seats of named users are freed; devices stay.")
    ResponseEntity<LicenseView> transfer(Caller by, @PathVariable String license, @RequestBody Bodies.Transfer body) {
        return shown(lifecycle.transfer(by, license, body.customer()));
    }

    @PutMapping("/expiry")
    @Allow("licenses:write")
    @Operation(summary = "Set the end", description = "null takes the end away.")
    ResponseEntity<LicenseView> expiry(Caller by, @PathVariable String license, @RequestBody Bodies.Expiry body) {
        return shown(lifecycle.expiry(by, license, body.end()));
    }

    private ResponseEntity<LicenseView> shown(License license) {
        LicenseView view = LicenseView.of(license, time.instant());
        return ETags.ok(view, license.version(), view.toString());
    }
}
