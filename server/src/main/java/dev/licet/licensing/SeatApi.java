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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/{license}/users")
@Tag(name = "Named users", description = "Who has a seat; a user is an e-mail address or an id")
class SeatApi {
    private final Seats seats;
    private final SeatBulk bulk;

    SeatApi(Seats seats, SeatBulk bulk) {
        this.seats = seats;
        this.bulk = bulk;
    }

    @GetMapping
    @Allow("licenses:read")
    @Operation(summary = "List the users who have a seat, with their departments and when they last used it")
    Page<SeatUseView> list(@PathVariable String license, Paging paging) {
        return Page.of(seats.list(license, paging), paging, use -> use.seat().id(), SeatUseView::of);
    }

    @PostMapping("/bulk")
    @Allow("licenses:write")
    @Operation(
            summary = "Free and give many seats at once",
            description = "All that is asked for or nothing; errors names each user for whom it cannot be done.")
    SeatBulkView change(Caller by, @PathVariable String license, @RequestBody SeatBulkRequest request) {
        return bulk.change(by, license, request);
    }

    @PostMapping("/{user}/reassign")
    @Allow("licenses:write")
    @Operation(summary = "Give a user's seat to another user, in one step")
    SeatView reassign(
            Caller by, @PathVariable String license, @PathVariable String user, @RequestBody ReassignRequest request) {
        return SeatView.of(seats.reassign(by, license, user, request.to()));
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
