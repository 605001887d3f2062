package dev.licet.customers;

import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Events;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who leave an organization, and may come back. Locks are taken in one order: the customer, the user, then the licences by id.
 * Seats are given under the lock of a licence, so that one given meanwhile is either seen here or refused there.
 */
@Service
class Departures {
    private final CustomerStore customers;
    private final UserStore users;
    private final List<Holdings> holdings;
    private final Events events;
    private final InstantSource time;

    Departures(CustomerStore customers, UserStore users, List<Holdings> holdings, Events events, InstantSource time) {
        this.customers = customers;
        this.users = users;
        this.holdings = holdings;
        this.events = events;
        this.time = time;
    }

    /** Takes back all that the user holds, and keeps the user out. Repeating it changes nothing, the first reason stays. */
    @Transactional
    User depart(Caller by, UUID customer, String idOrEmail, String reason) {
        new Checks().text("/reason", reason, 1, 500).done();
        customers.lockWhole(customer);
        User before = lock(customer, idOrEmail);
        if (before.departure() != null) {
            return before;
        }
        holdings.forEach(each -> each.takeBack(by, before, reason));
        return record(by, "user.departed", reason, before, new User.Departure(time.instant(), reason));
    }

    /** Lets the user in again; what was taken back is not given again by itself. */
    @Transactional
    User comeBack(Caller by, UUID customer, String idOrEmail) {
        User before = lock(customer, idOrEmail);
        return before.departure() == null ? before : record(by, "user.returned", null, before, null);
    }

    private User lock(UUID customer, String idOrEmail) {
        UUID id = users.find(customer, idOrEmail).orElseThrow(Users::missing).id();
        return users.lockAsLeaver(id).orElseThrow(Users::missing);
    }

    private User record(
            Caller by, String type, @Nullable String reason, User before, User.@Nullable Departure departure) {
        User after = before.departed(departure, time.instant());
        users.update(after);
        events.record(by, type, after.typeId(), reason, UserView.of(before), UserView.of(after));
        return after;
    }
}
