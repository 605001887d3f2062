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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/customers/{customer}/groups")
@Tag(name = "Departments")
class GroupApi {
    private final CustomerRecords customers;
    private final Groups groups;

    GroupApi(CustomerRecords customers, Groups groups) {
        this.customers = customers;
        this.groups = groups;
    }

    @GetMapping
    @Allow("customers:read")
    @Operation(summary = "List the groups of a customer")
    Page<GroupView> list(@PathVariable String customer, Paging paging) {
        return Page.of(groups.list(id(customer), paging), paging, Group::id, GroupView::of);
    }

    @GetMapping("/{group}")
    @Allow("customers:read")
    @Operation(summary = "Read a group by its code")
    ResponseEntity<GroupView> get(@PathVariable String customer, @PathVariable String group) {
        Group found = groups.get(id(customer), group);
        // A user who is removed leaves the group, which is no change of the group's own.
        return ETags.ok(GroupView.of(found), found.version(), String.join(" ", found.users()));
    }

    @PutMapping("/{group}")
    @Allow("customers:write")
    @Operation(
            summary = "Set a group",
            description = "Users are e-mail addresses or ids of users of the customer, devices are fingerprints.")
    ResponseEntity<GroupView> put(
            Caller by,
            @PathVariable String customer,
            @PathVariable String group,
            @RequestBody GroupRequest body,
            HttpServletRequest request) {
        Groups.Outcome outcome = groups.put(by, id(customer), group, body, version -> ETags.match(request, version));
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(GroupView.of(outcome.group()));
    }

    @DeleteMapping("/{group}")
    @Allow("customers:write")
    @Operation(summary = "Remove a group")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> delete(
            Caller by, @PathVariable String customer, @PathVariable String group, HttpServletRequest request) {
        groups.delete(by, id(customer), group, version -> ETags.match(request, version));
        return ResponseEntity.noContent().build();
    }

    private UUID id(String customer) {
        return customers.get(customer).id();
    }
}
