package dev.licet.licensing;

import dev.licet.platform.Checks;
import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecurityRequirement(name = "LicenseKey")
@Tag(name = "Programs", description = "What a licensed program calls, with no more than its license key")
class ProgramApi {
    private final Validations validations;
    private final Activations activations;
    private final Heartbeats heartbeats;
    private final Visitors visitors;

    ProgramApi(Validations validations, Activations activations, Heartbeats heartbeats, Visitors visitors) {
        this.validations = validations;
        this.activations = activations;
        this.heartbeats = heartbeats;
        this.visitors = visitors;
    }

    @PostMapping("/v1/licenses/validate")
    @Public
    @Operation(
            summary = "Ask whether the program may run",
            description = "A no is an answer too: 200 with valid false and a stable code.")
    Validation validate(@RequestBody ValidationRequest body, HttpServletRequest request, HttpServletResponse response) {
        var key = Keys.typed(Visitors.key(body.key(), request));
        return validations.validate(key, body.question(), body.nonce(), Visitors.origin(request, response));
    }

    @PostMapping("/v1/activations")
    @Public
    @Operation(summary = "Take a place for a device")
    @ApiResponse(responseCode = "201", description = "It has one now")
    @ApiResponse(responseCode = "200", description = "It had one already")
    ResponseEntity<ActivationView> activate(
            @RequestBody ActivationRequest body, HttpServletRequest request, HttpServletResponse response) {
        var key = Keys.typed(Visitors.key(body.key(), request));
        Activations.Outcome outcome =
                activations.activate(key, body, body.question(), Visitors.origin(request, response));
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(outcome.view());
    }

    @PostMapping("/v1/activations/{device}/heartbeat")
    @Public
    @Operation(summary = "Report that a device is alive")
    HeartbeatView beat(
            @PathVariable String device,
            @RequestBody(required = false) @Nullable HeartbeatRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Checks checks = new Checks();
        var version = ProgramRequest.version(checks, body == null ? null : body.version());
        checks.done();
        return heartbeats.beat(
                visitors.of(request, response), device, version, body == null ? null : body.releasedAt());
    }

    @DeleteMapping("/v1/activations/{device}")
    @Public
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Free the place of a device")
    void release(@PathVariable String device, HttpServletRequest request, HttpServletResponse response) {
        heartbeats.release(visitors.of(request, response), device);
    }
}
