package dev.licet.licensing;

import dev.licet.customers.Customers;
import dev.licet.customers.User;
import dev.licet.platform.Allow;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/customers/{customer}/users/{user}")
@Tag(name = "Named users")
class UserHoldingsApi {
    private final Customers customers;
    private final UserHoldings holdings;

    UserHoldingsApi(Customers customers, UserHoldings holdings) {
        this.customers = customers;
        this.holdings = holdings;
    }

    @GetMapping("/seats")
    @Allow("licenses:read")
    @Operation(summary = "List the licenses that a user has a seat in")
    Page<UserSeat.View> seats(@PathVariable String customer, @PathVariable String user, Paging paging) {
        return Page.of(
                holdings.seats(user(customer, user), paging),
                paging,
                seat -> seat.use().seat().id(),
                UserSeat::view);
    }

    @GetMapping("/devices")
    @Allow("licenses:read")
    @Operation(
            summary = "List the devices of a user on all licenses of the customer",
            description = "active=false lists those that were released.")
    Page<UserDeviceView> devices(
            @PathVariable String customer,
            @PathVariable String user,
            @RequestParam(defaultValue = "true") boolean active,
            Paging paging) {
        return Page.of(
                holdings.devices(user(customer, user), active, paging), paging, DeviceRecord::id, UserDeviceView::of);
    }

    private User user(String customer, String user) {
        return customers
                .find(customer)
                .flatMap(found -> customers.findUser(found.id(), user))
                .orElseThrow(() -> Problem.notFound("user of this customer"));
    }
}
