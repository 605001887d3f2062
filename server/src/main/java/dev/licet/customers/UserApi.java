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
@RequestMapping("/v1/customers/{customer}/users")
@Tag(name = "Customers")
class UserApi {
    private final CustomerRecords customers;
    private final Users users;
    private final Departments departments;

    UserApi(CustomerRecords customers, Users users, Departments departments) {
        this.customers = customers;
        this.users = users;
        this.departments = departments;
    }

    @PostMapping
    @Allow("customers:write")
    @Operation(summary = "Add a user to a customer", description = "The e-mail address is unique within the customer.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UserView> create(Caller by, @PathVariable String customer, @RequestBody UserRequest request) {
        UserView made = UserView.of(users.create(by, id(customer), request));
        return ETags.created("/v1/customers/" + made.customer() + "/users/" + made.id(), made, 1);
    }

    @PostMapping("/bulk")
    @Allow("customers:write")
    @Operation(
            summary = "Make or change up to 1000 users",
            description = "A user whose e-mail address the customer has already is changed. All of them or, when one"
                    + " cannot be, none.")
    UserBulkView put(Caller by, @PathVariable String customer, @RequestBody UserBulkRequest request) {
        return new UserBulkView(
                users.put(by, id(customer), request).stream().map(UserView::of).toList());
    }

    @GetMapping
    @Allow("customers:read")
    @Operation(
            summary = "List the users of a customer",
            description =
                    "department shows those who work there, with below=true those of the departments below it too.")
    Page<UserView> list(
            @PathVariable String customer,
            @RequestParam @Nullable String department,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam @Nullable Boolean departed,
            @RequestParam @Nullable String externalId,
            @RequestParam @Nullable String q,
            Paging paging) {
        UUID id = id(customer);
        UUID place = department == null
                ? null
                : departments.in("department", id, department).id();
        UserFilter filter = new UserFilter(below ? null : place, below ? place : null, departed, externalId, q);
        return Page.of(users.list(id, filter, paging), paging, User::id, UserView::of);
    }

    @GetMapping("/{user}")
    @Allow("customers:read")
    @Operation(summary = "Read a user by id or e-mail address")
    ResponseEntity<UserView> get(@PathVariable String customer, @PathVariable String user) {
        User found = users.get(id(customer), user);
        return ETags.ok(UserView.of(found), found.version());
    }

    @PatchMapping("/{user}")
    @Allow("customers:write")
    @Operation(summary = "Change a user", description = "A JSON merge patch (RFC 7396).")
    ResponseEntity<UserView> patch(
            Caller by,
            @PathVariable String customer,
            @PathVariable String user,
            @RequestBody JsonNode patch,
            HttpServletRequest request) {
        User changed = users.patch(by, id(customer), user, patch, version -> ETags.match(request, version));
        return ETags.ok(UserView.of(changed), changed.version());
    }

    @DeleteMapping("/{user}")
    @Allow("customers:write")
    @Operation(
            summary = "Remove a user",
            description = "Refused while the user holds a place on a license, and of a leaver.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> delete(
            Caller by, @PathVariable String customer, @PathVariable String user, HttpServletRequest request) {
        users.delete(by, id(customer), user, version -> ETags.match(request, version));
        return ResponseEntity.noContent().build();
    }

    private UUID id(String customer) {
        return customers.get(customer).id();
    }
}
