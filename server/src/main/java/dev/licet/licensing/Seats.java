package dev.licet.licensing;

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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Named users who take and free the seats of a licence. Exact, since the licence is locked meanwhile. */
@Service
class Seats {
    private final SeatStore store;
    private final LicenseRecords records;
    private final Customers customers;
    private final InstantSource time;

    Seats(SeatStore store, LicenseRecords records, Customers customers, InstantSource time) {
        this.store = store;
        this.records = records;
        this.customers = customers;
        this.time = time;
    }

    List<Seat> list(String license, Paging paging) {
        return store.list(records.get(license).id(), paging);
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
        Optional<User> known = known(license, user);
        String email = known.map(User::email).orElse(user);
        Optional<UUID> id = known.map(User::id);
        Optional<Seat> held = store.find(license.id(), email, id);
        if (held.isPresent()) {
            return held.get();
        }
        if (known.isEmpty()) {
            new Checks()
                    .that(pointer, !isUserId(user), "is not the id of a user of the license's customer")
                    .email(pointer, user)
                    .done();
        }
        Seat seat = new Seat(Uuid7.next(), license.id(), email, id.orElse(null), place(license), time.instant());
        store.insert(seat);
        records.note(by, "license.user_assigned", license.id(), null, null, SeatView.of(seat));
        return seat;
    }

    @Transactional
    void free(Caller by, String license, String user, LongConsumer seen) {
        License locked = records.lock(license, seen);
        Optional<User> known = known(locked, user);
        String email = known.map(User::email).orElse(user);
        Seat seat = store.find(locked.id(), email, known.map(User::id))
                .orElseThrow(() -> Problem.notFound("user of this license"));
        free(by, seat);
    }

    /** Frees every seat, in the caller's transaction. */
    void freeAll(Caller by, License license) {
        Paging page = new Paging(Paging.MAX, null);
        for (List<Seat> held = store.list(license.id(), page); !held.isEmpty(); held = store.list(license.id(), page)) {
            held.forEach(seat -> free(by, seat));
        }
    }

    private void free(Caller by, Seat seat) {
        store.delete(seat.id());
        records.note(by, "license.user_freed", seat.licenseId(), null, SeatView.of(seat), null);
    }

    private int place(License license) {
        Integer allowed = license.policy().overage().allowed(license.policy().users());
        int place = store.freePlace(license.id());
        if (allowed != null && (place > allowed || license.counts().users() >= allowed)) {
            throw Problem.conflict("USER_LIMIT_REACHED", "All " + allowed + " seats are taken: free one first.")
                    .with("limit", allowed);
        }
        return place;
    }

    private Optional<User> known(License license, String user) {
        UUID customer = license.contract().customerId();
        return customer == null ? Optional.empty() : customers.findUser(customer, user);
    }

    private static boolean isUserId(String text) {
        try {
            return TypeId.parse(text).prefix().equals("user");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
