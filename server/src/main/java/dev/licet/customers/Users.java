package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Merge;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    Users(UserStore store, Events events, Merge merge, InstantSource time) {
        this.store = store;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    User get(UUID customer, String idOrEmail) {
        return store.find(customer, idOrEmail).orElseThrow(Users::missing);
    }

    List<User> list(UUID customer, Paging paging) {
        return store.list(customer, paging);
    }

    @Transactional
    User create(Caller by, UUID customer, UserRequest request) {
        Instant now = time.instant();
        User user = request.checked().user(Uuid7.next(), customer, 1, now, now);
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
        if (wanted.equals(UserRequest.of(before))) {
            return before;
        }
        User after = wanted.user(before.id(), customer, before.version() + 1, before.createdAt(), time.instant());
        store.update(after);
        record(by, "user.changed", after, before, after);
        return after;
    }

    @Transactional
    void delete(Caller by, UUID customer, String idOrEmail, LongConsumer seen) {
        User before = lock(customer, idOrEmail, seen);
        store.delete(before.id());
        record(by, "user.deleted", before, before, null);
    }

    private User lock(UUID customer, String idOrEmail, LongConsumer seen) {
        User user = store.lock(get(customer, idOrEmail).id()).orElseThrow(Users::missing);
        seen.accept(user.version());
        return user;
    }

    private void record(Caller by, String type, User user, @Nullable User before, @Nullable User after) {
        events.record(by, type, new TypeId(Ids.USER, user.id()).toString(), null, view(before), view(after));
    }

    private static @Nullable UserView view(@Nullable User user) {
        return user == null ? null : UserView.of(user);
    }

    private static Problem missing() {
        return Problem.notFound("user of this customer");
    }
}
