package dev.licet.licensing;

import dev.licet.platform.Allow;
import dev.licet.platform.Checks;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Floating seats", description = "Seats that whoever needs one takes, renews and gives back")
class LeaseApi {
    private final Leases leases;
    private final LeaseRegister register;
    private final Visitors visitors;
    private final InstantSource time;

    LeaseApi(Leases leases, LeaseRegister register, Visitors visitors, InstantSource time) {
        this.leases = leases;
        this.register = register;
        this.visitors = visitors;
        this.time = time;
    }

    @PostMapping("/v1/leases")
    @Public
    @SecurityRequirement(name = "LicenseKey")
    @Operation(
            summary = "Take floating seats",
            description = "Whoever holds them already is answered with them, and has them for longer.")
    @ApiResponse(responseCode = "201", description = "They are taken now")
    @ApiResponse(responseCode = "200", description = "They were taken by the same program before")
    ResponseEntity<LeasedView> take(
            @RequestBody LeaseRequest body, HttpServletRequest request, HttpServletResponse response) {
        var key = Keys.typed(Visitors.key(body.key(), request));
        Leases.Outcome outcome = leases.take(key, body, body.question(), Visitors.origin(request, response));
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(outcome.view());
    }

    @PostMapping("/v1/leases/{lease}/renewals")
    @Public
    @SecurityRequirement(name = "LicenseKey")
    @Operation(summary = "Keep floating seats for longer")
    LeasedView renew(
            @PathVariable String lease,
            @RequestBody(required = false) @Nullable RenewalRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        RenewalRequest wanted = body == null ? RenewalRequest.PLAIN : body.checked();
        Visitor visitor = visitors.of(request, response);
        return leases.renew(visitor, register.get(visitor, lease), wanted);
    }

    @DeleteMapping("/v1/leases/{lease}")
    @Public
    @SecurityRequirement(name = "LicenseKey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Give floating seats back",
            description = "With an API key they are taken back, for the reason that is given, and are free at once.")
    void end(
            @PathVariable String lease,
            @RequestParam @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        new Checks().text("reason", reason, 0, 500).done();
        Visitor visitor = visitors.of(request, response);
        register.end(visitor, register.get(visitor, lease), reason);
    }

    @GetMapping("/v1/licenses/{license}/leases")
    @Allow("licenses:read")
    @Operation(
            summary = "List the floating seats of a license that are held",
            description = "held=false lists those that have ended.")
    Page<LeaseView> list(
            @PathVariable String license, @RequestParam(defaultValue = "true") boolean held, Paging paging) {
        return Page.of(
                register.list(license, held, paging),
                paging,
                LeaseRecord::id,
                each -> LeaseView.of(each, time.instant()));
    }
}
