package dev.licet.licensing;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/{license}/users")
@Tag(name = "Named users", description = "Who has a seat; a user is an e-mail address or an id")
class SeatApi {
    private final Seats seats;

    SeatApi(Seats seats) {
        this.seats = seats;
    }

    @GetMapping
    @Allow("licenses:read")
    @Operation(summary = "List the users who have a seat")
    Page<SeatView> list(@PathVariable String license, Paging paging) {
        return Page.of(seats.list(license, paging), paging, Seat::id, SeatView::of);
    }

    @PutMapping("/{user}")
    @Allow("licenses:write")
    @Operation(summary = "Give a user a seat")
    SeatView assign(Caller by, @PathVariable String license, @PathVariable String user) {
        return SeatView.of(seats.assign(by, license, user));
    }

    @DeleteMapping("/{user}")
    @Allow("licenses:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Free a user's seat")
    void free(Caller by, @PathVariable String license, @PathVariable String user, HttpServletRequest request) {
        seats.free(by, license, user, version -> ETags.match(request, version));
    }
}
