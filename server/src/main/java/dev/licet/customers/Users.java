package dev.licet.customers;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Events;
import dev.licet.platform.Merge;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Users of customers made, changed, removed and found. */
@Service
class Users {
    private final UserStore store;
    private final CustomerStore customers;
    private final Departments departments;
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    Users(
            UserStore store,
            CustomerStore customers,
            Departments departments,
            Events events,
            Merge merge,
            InstantSource time) {
        this.customers = customers;
        this.store = store;
        this.departments = departments;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    User get(UUID customer, String idOrEmail) {
        return store.find(customer, idOrEmail).orElseThrow(Users::missing);
    }

    List<User> list(UUID customer, UserFilter filter, Paging paging) {
        new Checks()
                .text("q", filter.q(), 0, 254)
                .text("externalId", filter.externalId(), 0, 200)
                .done();
        return store.list(customer, filter, paging);
    }

    @Transactional
    User create(Caller by, UUID customer, UserRequest request) {
        User user = request.checked().user(Uuid7.next(), customer, place(customer, request, ""), time.instant());
        store.insert(user);
        record(by, "user.created", user, null, user);
        return user;
    }

    /** @param seen refuses when the caller has not seen the version that it is given */
    @Transactional
    User patch(Caller by, UUID customer, String idOrEmail, JsonNode patch, LongConsumer seen) {
        User before = lock(customer, idOrEmail, seen);
        UserRequest wanted =
                merge.merge(UserRequest.of(before), patch, UserRequest.class).checked();
        return change(by, before, wanted, "");
    }

    /** All of them made, or changed where there is one with the address, or none. */
    @Transactional
    List<User> put(Caller by, UUID customer, UserBulkRequest request) {
        List<UserRequest> wanted = request.checked();
        customers.lock(customer);
        Map<Integer, User> users = new TreeMap<>();
        for (int i : request.order()) {
            users.put(i, put(by, customer, wanted.get(i), "/users/" + i));
        }
        return List.copyOf(users.values());
    }

    @Transactional
    void delete(Caller by, UUID customer, String idOrEmail, LongConsumer seen) {
        User before = lock(customer, idOrEmail, seen);
        if (before.departure() != null) {
            throw Problem.conflict(
                    "USER_DEPARTED", "The record keeps a leaver out: take the departure back before you remove it.");
        }
        store.delete(before.id());
        record(by, "user.deleted", before, before, null);
    }

    private User put(Caller by, UUID customer, UserRequest wanted, String pointer) {
        Optional<User> known = store.find(customer, wanted.email()).flatMap(user -> store.lock(user.id()));
        try {
            if (known.isPresent()) {
                return change(by, known.get(), wanted, pointer);
            }
            User user = wanted.user(Uuid7.next(), customer, place(customer, wanted, pointer), time.instant());
            store.insert(user);
            record(by, "user.created", user, null, user);
            return user;
        } catch (Problem taken) {
            throw taken.code().endsWith("_TAKEN")
                    ? Problem.conflict(taken.code(), taken.detail()).field(pointer, "is taken by another user")
                    : taken;
        }
    }

    private User change(Caller by, User before, UserRequest wanted, String pointer) {
        Department place = place(before.customerId(), wanted, pointer);
        UserRequest normal = new UserRequest(
                wanted.email(), wanted.name(), place == null ? null : place.code(), wanted.externalId());
        if (normal.equals(UserRequest.of(before))) {
            return before;
        }
        User after = normal.over(before, place, time.instant());
        store.update(after);
        record(by, "user.changed", after, before, after);
        return after;
    }

    private @Nullable Department place(UUID customer, UserRequest request, String pointer) {
        return request.department() == null
                ? null
                : departments.in(pointer + "/department", customer, request.department());
    }

    private User lock(UUID customer, String idOrEmail, LongConsumer seen) {
        User user = store.lock(get(customer, idOrEmail).id()).orElseThrow(Users::missing);
        seen.accept(user.version());
        return user;
    }

    private void record(Caller by, String type, User user, @Nullable User before, @Nullable User after) {
        events.record(by, type, user.typeId(), null, view(before), view(after));
    }

    private static @Nullable UserView view(@Nullable User user) {
        return user == null ? null : UserView.of(user);
    }

    static Problem missing() {
        return Problem.notFound("user of this customer");
    }
}
