package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Events;
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

/** Groups of customers set, removed and found. The customer is held meanwhile, so that each is set by one at a time. */
@Service
class Groups {
    private final GroupStore store;
    private final CustomerStore customers;
    private final Events events;
    private final InstantSource time;

    Groups(GroupStore store, CustomerStore customers, Events events, InstantSource time) {
        this.store = store;
        this.customers = customers;
        this.events = events;
        this.time = time;
    }

    /** @param isNew whether there was none before */
    record Outcome(boolean isNew, Group group) {}

    Group get(UUID customer, String code) {
        return store.find(customer, code).orElseThrow(() -> Problem.notFound("group of this customer"));
    }

    List<Group> list(UUID customer, Paging paging) {
        return store.list(customer, paging);
    }

    @Transactional
    Outcome put(Caller by, UUID customer, String code, GroupRequest request, LongConsumer seen) {
        request.checked(code);
        customers.lock(customer);
        Group before = store.find(customer, code).orElse(null);
        seen.accept(before == null ? 0 : before.version());
        List<@Nullable UUID> users = users(customer, request.usersOrNone());
        Group group = before == null ? made(customer, code, request.name()) : before;
        store.members(group, users, request.devicesOrNone());
        store.update(group.id(), request.name(), group.version(), group.updatedAt());
        if (before != null && !get(customer, code).same(before)) {
            store.update(group.id(), request.name(), before.version() + 1, time.instant());
        }
        Group after = get(customer, code);
        if (!after.equals(before)) {
            record(by, before == null ? "group.created" : "group.changed", after, before, after);
        }
        return new Outcome(before == null, after);
    }

    private Group made(UUID customer, String code, String name) {
        Instant now = time.instant();
        Group group = new Group(Uuid7.next(), customer, code, name, List.of(), List.of(), 1, now, now);
        store.insert(group);
        return group;
    }

    @Transactional
    void delete(Caller by, UUID customer, String code, LongConsumer seen) {
        customers.lock(customer);
        Group before = get(customer, code);
        seen.accept(before.version());
        store.delete(before.id());
        record(by, "group.deleted", before, before, null);
    }

    private List<@Nullable UUID> users(UUID customer, List<String> names) {
        List<@Nullable UUID> users = store.resolve(customer, names);
        Checks checks = new Checks();
        for (int i = 0; i < users.size(); i++) {
            checks.that(
                    "/users/" + i, users.get(i) != null, "is not the id or e-mail address of a user of the customer");
        }
        checks.done();
        return users;
    }

    /** The subject is the customer: a group is known by a code, which only the customer makes unique. */
    private void record(Caller by, String type, Group subject, @Nullable Group before, @Nullable Group after) {
        String customer = new TypeId(Ids.CUSTOMER, subject.customerId()).toString();
        events.record(by, type, customer, null, view(before), view(after));
    }

    private static @Nullable GroupView view(@Nullable Group group) {
        return group == null ? null : GroupView.of(group);
    }
}
