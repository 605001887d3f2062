package dev.licet.customers;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/v1/customers/{customer}/departments")
@Tag(name = "Departments", description = "The tree of an organization, leavers, and groups of users and devices")
class DepartmentApi {
    private final CustomerRecords customers;
    private final Departments departments;

    DepartmentApi(CustomerRecords customers, Departments departments) {
        this.customers = customers;
        this.departments = departments;
    }

    @PostMapping
    @Allow("customers:write")
    @Operation(
            summary = "Make a department",
            description = "The code is unique within the customer and stands for the id wherever one is asked for.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DepartmentView> create(
            Caller by, @PathVariable String customer, @RequestBody DepartmentRequest request) {
        DepartmentView made = DepartmentView.of(departments.create(by, id(customer), request));
        return ETags.created("/v1/customers/" + made.customer() + "/departments/" + made.id(), made, 1);
    }

    @GetMapping
    @Allow("customers:read")
    @Operation(
            summary = "List the departments of a customer",
            description = "parent shows those directly below one; q finds part of the name or code.")
    Page<DepartmentView> list(
            @PathVariable String customer,
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String externalId,
            Paging paging) {
        return Page.of(
                departments.list(id(customer), parent, q, externalId, paging),
                paging,
                Department::id,
                DepartmentView::of);
    }

    @GetMapping("/{department}")
    @Allow("customers:read")
    @Operation(summary = "Read a department by id or code")
    ResponseEntity<DepartmentView> get(@PathVariable String customer, @PathVariable String department) {
        Department found = departments.get(id(customer), department);
        return ETags.ok(DepartmentView.of(found), found.version());
    }

    @PatchMapping("/{department}")
    @Allow("customers:write")
    @Operation(summary = "Change a department", description = "A JSON merge patch (RFC 7396). The code never changes.")
    ResponseEntity<DepartmentView> patch(
            Caller by,
            @PathVariable String customer,
            @PathVariable String department,
            @RequestBody JsonNode patch,
            HttpServletRequest request) {
        Department changed =
                departments.patch(by, id(customer), department, patch, version -> ETags.match(request, version));
        return ETags.ok(DepartmentView.of(changed), changed.version());
    }

    @DeleteMapping("/{department}")
    @Allow("customers:write")
    @Operation(
            summary = "Remove a department",
            description = "Refused while it has users, departments below it, or a part of a license.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> delete(
            Caller by, @PathVariable String customer, @PathVariable String department, HttpServletRequest request) {
        departments.delete(by, id(customer), department, version -> ETags.match(request, version));
        return ResponseEntity.noContent().build();
    }

    private UUID id(String customer) {
        return customers.get(customer).id();
    }
}
