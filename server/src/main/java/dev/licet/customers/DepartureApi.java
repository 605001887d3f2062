package dev.licet.customers;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/customers/{customer}/users/{user}/departure")
@Tag(name = "Departments")
class DepartureApi {
    private final CustomerRecords customers;
    private final Departures departures;

    DepartureApi(CustomerRecords customers, Departures departures) {
        this.customers = customers;
        this.departures = departures;
    }

    @PutMapping
    @Allow("customers:write")
    @Operation(
            summary = "Record that a user has left",
            description =
                    "Frees the user's seats and devices on every license of the customer, and keeps the user out.")
    UserView depart(
            Caller by,
            @PathVariable String customer,
            @PathVariable String user,
            @RequestBody DepartureRequest request) {
        return UserView.of(departures.depart(by, customers.get(customer).id(), user, request.reason()));
    }

    @DeleteMapping
    @Allow("customers:write")
    @Operation(summary = "Record that a user is back", description = "Seats have to be given again.")
    UserView comeBack(Caller by, @PathVariable String customer, @PathVariable String user) {
        return UserView.of(departures.comeBack(by, customers.get(customer).id(), user));
    }
}
