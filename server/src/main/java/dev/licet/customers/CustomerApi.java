package dev.licet.customers;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
@RequestMapping("/v1/customers")
@Tag(name = "Customers", description = "Who holds licences, employees and partners included, and their users")
class CustomerApi {
    private final CustomerRecords customers;

    CustomerApi(CustomerRecords customers) {
        this.customers = customers;
    }

    @PostMapping
    @Allow("customers:write")
    @Operation(summary = "Make a customer", description = "kind is organization, individual, employee or partner.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CustomerView> create(Caller by, @RequestBody CustomerRequest request) {
        CustomerView made = CustomerView.of(customers.create(by, request));
        return ETags.created("/v1/customers/" + made.id(), made, 1);
    }

    @GetMapping
    @Allow("customers:read")
    @Operation(summary = "List customers", description = "q finds part of the name or e-mail address.")
    Page<CustomerView> list(
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String externalId,
            @RequestParam @Nullable String country,
            Paging paging) {
        CustomerFilter filter = new CustomerFilter(kind, q, externalId, country);
        return Page.of(customers.list(filter, paging), paging, Customer::id, CustomerView::of);
    }

    @GetMapping("/{customer}")
    @Allow("customers:read")
    @Operation(summary = "Read a customer")
    ResponseEntity<CustomerView> get(@PathVariable String customer) {
        Customer found = customers.get(customer);
        return ETags.ok(CustomerView.of(found), found.version());
    }

    @PatchMapping("/{customer}")
    @Allow("customers:write")
    @Operation(summary = "Change a customer", description = "A JSON merge patch (RFC 7396).")
    ResponseEntity<CustomerView> patch(
            Caller by, @PathVariable String customer, @RequestBody JsonNode patch, HttpServletRequest request) {
        Customer changed = customers.patch(by, customer, patch, version -> ETags.match(request, version));
        return ETags.ok(CustomerView.of(changed), changed.version());
    }
}
