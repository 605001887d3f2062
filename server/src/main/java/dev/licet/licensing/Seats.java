package dev.licet.licensing;

import dev.licet.core.allocation.Taking;
import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.customers.Customers;
import dev.licet.customers.User;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Named users who take and free the seats of a licence. Exact, since the licence is locked meanwhile. */
@Service
class Seats {
    private final SeatStore store;
    private final LicenseRecords records;
    private final AllocationLimits limits;
    private final Customers customers;
    private final InstantSource time;

    Seats(SeatStore store, LicenseRecords records, AllocationLimits limits, Customers customers, InstantSource time) {
        this.store = store;
        this.records = records;
        this.limits = limits;
        this.customers = customers;
        this.time = time;
    }

    List<SeatUse> list(String license, Paging paging) {
        return store.uses(records.get(license).id(), paging);
    }

    /** Gives a user a seat, or confirms the one the user has. */
    @Transactional
    Seat assign(Caller by, String license, String user) {
        License locked = records.lock(license);
        if (isUserId(user) && known(locked, user).isEmpty()) {
            throw Problem.notFound("user of the license's customer");
        }
        return assign(by, locked, user, "user");
    }

    /** @param pointer the field that names the user */
    Seat assign(Caller by, License license, String user, String pointer) {
        return assign(by, license, user, pointer, null);
    }

    private Seat assign(Caller by, License license, String user, String pointer, @Nullable String reason) {
        Optional<User> known = known(license, user);
        Optional<Seat> held = find(license, user, known);
        if (held.isPresent()) {
            return held.get();
        }
        if (known.isEmpty()) {
            new Checks()
                    .that(pointer, !isUserId(user), "is not the id of a user of the license's customer")
                    .email(pointer, user)
                    .done();
        }
        known.ifPresent(Seats::refuseLeaver);
        String email = known.map(User::email).orElse(user);
        UUID id = known.map(User::id).orElse(null);
        Seat seat = new Seat(Uuid7.next(), license.id(), email, id, place(license, email), time.instant());
        store.insert(seat);
        records.note(by, "license.user_assigned", license.id(), reason, null, SeatView.of(seat));
        return seat;
    }

    @Transactional
    void free(Caller by, String license, String user, LongConsumer seen) {
        License locked = records.lock(license, seen);
        free(by, find(locked, user).orElseThrow(Seats::noSeat), null);
    }

    /** Gives the seat of one user to another; the seat is never free in between. */
    @Transactional
    Seat reassign(Caller by, String license, String user, String to) {
        License locked = records.lock(license);
        Seat seat = find(locked, user).orElseThrow(Seats::noSeat);
        if (to == null) {
            throw Problem.invalid("/to", "is required");
        }
        if (find(locked, to).isPresent()) {
            throw Problem.conflict(
                    "USER_ALREADY_ASSIGNED", "The other user has a seat already: free this one instead.");
        }
        free(by, seat, "reassigned");
        return assign(by, locked, to, "/to", "reassigned");
    }

    /** Frees every seat, in the caller's transaction. */
    void freeAll(Caller by, License license) {
        Paging page = new Paging(Paging.MAX, null);
        for (List<Seat> held = store.list(license.id(), page); !held.isEmpty(); held = store.list(license.id(), page)) {
            held.forEach(seat -> free(by, seat, null));
        }
    }

    /** The seat of a user, by id or e-mail address. */
    Optional<Seat> find(License license, String user) {
        return find(license, user, known(license, user));
    }

    Seat free(Caller by, Seat seat, @Nullable String reason) {
        store.delete(seat.id());
        records.note(by, "license.user_freed", seat.licenseId(), reason, SeatView.of(seat), null);
        return seat;
    }

    private Optional<Seat> find(License license, String user, Optional<User> known) {
        return store.find(license.id(), known.map(User::email).orElse(user), known.map(User::id));
    }

    private int place(License license, String email) {
        return switch (limits.seat(license, email, store.count(license.id()), time.instant())) {
            case Taking.Granted _ -> store.freePlace(license.id());
            case Taking.DepartmentFull full -> throw AllocationLimits.departmentFull(full.share());
            case Taking.Full full ->
                throw Problem.conflict(
                                "USER_LIMIT_REACHED", "All " + full.limit() + " seats are taken: free one first.")
                        .with("limit", full.limit());
        };
    }

    private Optional<User> known(License license, String user) {
        UUID customer = license.contract().customerId();
        return customer == null ? Optional.empty() : customers.findUser(customer, user);
    }

    private static void refuseLeaver(User user) {
        if (user.departure() != null) {
            throw Problem.conflict(
                    "USER_DEPARTED",
                    "The user left at " + user.departure().at()
                            + "; DELETE of the user's departure lets the user in again.");
        }
    }

    private static Problem noSeat() {
        return Problem.notFound("user of this license");
    }

    private static boolean isUserId(String text) {
        try {
            return TypeId.parse(text).prefix().equals("user");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
