package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.customers.Customers;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/license-requests")
@Tag(name = "License requests", description = "Wishes for licenses, approved or rejected by somebody who may")
class RequestApi {
    private final Requests requests;
    private final Catalog catalog;
    private final Customers customers;

    RequestApi(Requests requests, Catalog catalog, Customers customers) {
        this.requests = requests;
        this.catalog = catalog;
        this.customers = customers;
    }

    /** @param expiresAt the end of the licences, instead of the one that the plan's term gives */
    @Schema(name = "LicenseApproval")
    record Approval(@Nullable String note, @Nullable Instant expiresAt) {
        Approval {
            new Checks().text("/note", note, 0, 500).done();
        }
    }

    @PostMapping
    @Allow("requests:write")
    @Operation(summary = "Ask for licenses")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RequestView> make(Caller by, @RequestBody RequestForm form) {
        RequestRecord made = requests.make(by, form);
        return ETags.created("/v1/license-requests/" + made.typeId(), requests.view(made), made.version());
    }

    @GetMapping
    @Allow("requests:read")
    @Operation(summary = "List requests, newest first")
    Page<RequestView> list(
            @RequestParam RequestFilter.@Nullable State state,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String plan,
            @RequestParam @Nullable String email,
            Paging paging) {
        var filter = new RequestFilter(
                state,
                customer == null
                        ? null
                        : customers.customerIn("customer", customer).id(),
                plan == null ? null : catalog.planIn("plan", plan, null).planId(),
                email);
        return Page.of(requests.list(filter, paging), paging, RequestRecord::id, requests::view);
    }

    @GetMapping("/{request}")
    @Allow("requests:read")
    @Operation(summary = "Read a request")
    ResponseEntity<RequestView> get(@PathVariable String request) {
        RequestRecord found = requests.get(request);
        return ETags.ok(requests.view(found), found.version());
    }

    @PutMapping("/{request}/approval")
    @Allow("requests:decide")
    @Operation(
            summary = "Approve a request",
            description = "Issues the licenses and shows their keys, this once; repeated, it answers them masked.")
    RequestView approve(
            Caller by, @PathVariable String request, @RequestBody(required = false) @Nullable Approval approval) {
        return requests.approve(
                by, request, approval == null ? null : approval.note(), approval == null ? null : approval.expiresAt());
    }

    @PutMapping("/{request}/rejection")
    @Allow("requests:decide")
    @Operation(summary = "Reject a request", description = "The reason goes to whoever made it.")
    RequestView reject(
            Caller by, @PathVariable String request, @RequestBody(required = false) Bodies.@Nullable Reason body) {
        return requests.reject(by, request, body == null ? null : body.reason());
    }

    @PutMapping("/{request}/withdrawal")
    @Allow("requests:write")
    @Operation(summary = "Take a request back")
    RequestView withdraw(
            Caller by, @PathVariable String request, @RequestBody(required = false) Bodies.@Nullable Reason body) {
        return requests.withdraw(by, request, body == null ? null : body.reason());
    }
}
