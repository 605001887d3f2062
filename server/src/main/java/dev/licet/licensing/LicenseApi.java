package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.State;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/v1/licenses")
@Tag(name = "Licenses", description = "Issue, find and change licenses")
class LicenseApi {
    private final Licenses licenses;
    private final Lifecycle lifecycle;
    private final LicenseFilters filters;
    private final UsageSource usage;
    private final InstantSource time;

    LicenseApi(Licenses licenses, Lifecycle lifecycle, LicenseFilters filters, UsageSource usage, InstantSource time) {
        this.licenses = licenses;
        this.lifecycle = lifecycle;
        this.filters = filters;
        this.usage = usage;
        this.time = time;
    }

    @PostMapping
    @Allow("licenses:write")
    @Operation(summary = "Issue a license", description = "The answer shows its key in full, this once.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LicenseView> issue(Caller by, @RequestBody LicenseRequest request) {
        return issued(licenses.issue(by, request));
    }

    @GetMapping
    @Allow("licenses:read")
    @Operation(
            summary = "List licenses, newest first",
            description =
                    "q finds a whole key, its last four characters, and parts of the customer's name or e-mail address,"
                            + " of a user's address and of a device's name.")
    Page<LicenseView> list(
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String plan,
            @RequestParam @Nullable String product,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable Instant expiresBefore,
            @RequestParam @Nullable Instant expiresAfter,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Integer planVersion,
            Paging paging) {
        var parameters = new LicenseFilters.Parameters(
                customer, plan, product, state, kind, expiresBefore, expiresAfter, q, planVersion);
        return Page.of(
                licenses.list(filters.read(parameters), paging),
                paging,
                License::id,
                license -> LicenseView.of(license, time.instant()));
    }

    @GetMapping("/{license}")
    @Allow("licenses:read")
    @Operation(
            summary = "Read a license",
            description = "revealKey shows the key in full; it takes the scope licenses:reveal-key and is recorded.")
    ResponseEntity<LicenseView> get(
            Caller by, @PathVariable String license, @RequestParam(defaultValue = "false") boolean revealKey) {
        License found = licenses.get(license);
        if (!revealKey) {
            return shown(LicenseView.of(found, time.instant()).with(usage(found)), found);
        }
        if (!by.may("licenses:reveal-key")) {
            throw Problem.of(403, "FORBIDDEN", "Your API key lacks the scope licenses:reveal-key.");
        }
        return shown(
                LicenseView.of(found, time.instant(), lifecycle.reveal(by, found))
                        .with(usage(found)),
                found);
    }

    @PatchMapping("/{license}")
    @Allow("licenses:write")
    @Operation(
            summary = "Change a license's overrides or metadata",
            description = "A JSON merge patch (RFC 7396). Plan, customer, end and users have calls of their own.")
    ResponseEntity<LicenseView> patch(
            Caller by, @PathVariable String license, @RequestBody JsonNode patch, HttpServletRequest request) {
        License changed = licenses.patch(by, license, patch, version -> ETags.match(request, version));
        return shown(LicenseView.of(changed, time.instant()), changed);
    }

    @PostMapping("/{license}/key")
    @Allow("licenses:write")
    @Operation(summary = "Replace the key", description = "The old one stops working at once.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LicenseView> replaceKey(Caller by, @PathVariable String license) {
        return issued(lifecycle.replaceKey(by, license));
    }

    private Map<String, UsageBalance> usage(License license) {
        Facts facts = license.facts(Facts.Devices.NONE, Facts.Users.NONE);
        return UsageBalance.of(
                usage.usage(license.id(), license.productId(), facts, license.issuedAt(), time.instant()));
    }

    private ResponseEntity<LicenseView> issued(Licenses.Issued issued) {
        LicenseView view = LicenseView.of(issued.license(), time.instant(), issued.key());
        return ETags.created("/v1/licenses/" + view.id(), view, issued.license().version());
    }

    private static ResponseEntity<LicenseView> shown(LicenseView view, License license) {
        return ETags.ok(view, license.version(), view.toString());
    }
}
