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
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Customers made, changed and found. */
@Service
class CustomerRecords {
    private final CustomerStore store;
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    CustomerRecords(CustomerStore store, Events events, Merge merge, InstantSource time) {
        this.store = store;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    Customer get(String id) {
        return TypeId.find(Ids.CUSTOMER, id).flatMap(store::find).orElseThrow(() -> Problem.notFound("customer"));
    }

    List<Customer> list(CustomerFilter filter, Paging paging) {
        return store.list(filter.checked(), paging);
    }

    @Transactional
    Customer create(Caller by, CustomerRequest request) {
        Instant now = time.instant();
        Customer customer = request.checked().customer(Uuid7.next(), 1, now, now);
        store.insert(customer);
        record(by, "customer.created", null, customer);
        return customer;
    }

    /** @param seen refuses when the caller has not seen the version that it is given */
    @Transactional
    Customer patch(Caller by, String id, JsonNode patch, LongConsumer seen) {
        Customer before = store.lock(get(id).id());
        seen.accept(before.version());
        CustomerRequest wanted = merge.merge(CustomerRequest.of(before), patch, CustomerRequest.class)
                .checked();
        Customer same = wanted.customer(before.id(), before.version(), before.createdAt(), before.updatedAt());
        if (same.equals(before)) {
            return before;
        }
        Customer after = wanted.customer(before.id(), before.version() + 1, before.createdAt(), time.instant());
        store.update(after);
        record(by, "customer.changed", before, after);
        return after;
    }

    private void record(Caller by, String type, @Nullable Customer before, Customer after) {
        CustomerView view = CustomerView.of(after);
        events.record(by, type, view.id(), null, before == null ? null : CustomerView.of(before), view);
    }
}
