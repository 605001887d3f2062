package dev.licet.evidence;

import dev.licet.licensing.LicenseRegister;
import dev.licet.licensing.RecordedLicense;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Terms", description = "What people agree to, in versions that never change")
class AcceptanceApi {
    private final Acceptances acceptances;
    private final LicenseRegister licenses;

    AcceptanceApi(Acceptances acceptances, LicenseRegister licenses) {
        this.acceptances = acceptances;
        this.licenses = licenses;
    }

    @PostMapping("/v1/licenses/{license}/terms-acceptances")
    @Allow("licenses:write")
    @Operation(summary = "Record that somebody agreed to terms", description = "For papers signed elsewhere, too.")
    @ResponseStatus(HttpStatus.CREATED)
    Acceptance.View byStaff(Caller by, @PathVariable String license, @RequestBody AcceptanceRequest.ByStaff request) {
        return acceptances.byStaff(by, license, request).view();
    }

    @GetMapping("/v1/licenses/{license}/terms-acceptances")
    @Allow("licenses:read")
    @Operation(summary = "List who agreed to which terms for a license")
    Page<Acceptance.View> list(@PathVariable String license, Paging paging) {
        return Page.of(acceptances.list(license, paging), paging, Acceptance::id, Acceptance::view);
    }

    @PostMapping("/v1/terms-acceptances")
    @Public
    @SecurityRequirement(name = "LicenseKey")
    @Operation(
            summary = "Agree to terms",
            description = "From a program or a person that holds the key. The address it comes from is recorded.")
    @ResponseStatus(HttpStatus.CREATED)
    Acceptance.View byHolder(
            @RequestBody AcceptanceRequest.ByHolder body, HttpServletRequest request, HttpServletResponse response) {
        RecordedLicense license = licenses.byKey(body.key(), request);
        String requestId = Objects.requireNonNullElse(response.getHeader("X-Request-Id"), "-");
        return acceptances
                .byHolder(license, body, requestId, request.getRemoteAddr())
                .view();
    }
}
