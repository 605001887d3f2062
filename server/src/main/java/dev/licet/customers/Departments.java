package dev.licet.customers;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Events;
import dev.licet.platform.Merge;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Departments of customers made, changed, removed and found. */
@Service
class Departments {
    private final DepartmentStore store;
    private final CustomerStore customers;
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    Departments(DepartmentStore store, CustomerStore customers, Events events, Merge merge, InstantSource time) {
        this.store = store;
        this.customers = customers;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    Optional<Department> find(UUID customer, String idOrCode) {
        return store.find(customer, idOrCode);
    }

    Department get(UUID customer, String idOrCode) {
        return store.find(customer, idOrCode).orElseThrow(Departments::missing);
    }

    List<Department> list(
            UUID customer, @Nullable String parent, @Nullable String q, @Nullable String externalId, Paging paging) {
        new Checks().text("q", q, 0, 200).text("externalId", externalId, 0, 200).done();
        UUID above = parent == null ? null : in("parent", customer, parent).id();
        return store.list(customer, new DepartmentFilter(above, q, externalId), paging);
    }

    @Transactional
    Department create(Caller by, UUID customer, DepartmentRequest request) {
        Instant now = time.instant();
        Department above = above(customer, request.checked());
        Department department = request.department(Uuid7.next(), customer, above, 1, now, now);
        store.insert(department);
        record(by, "department.created", department, null, department);
        return department;
    }

    /**
     * Changes it. The customer is held meanwhile: two moves at once that are each right could be a circle together.
     *
     * @param seen refuses when the caller has not seen the version that it is given
     */
    @Transactional
    Department patch(Caller by, UUID customer, String idOrCode, JsonNode patch, LongConsumer seen) {
        customers.lock(customer);
        Department before = get(customer, idOrCode);
        seen.accept(before.version());
        DepartmentRequest wanted = merge.merge(DepartmentRequest.of(before), patch, DepartmentRequest.class)
                .checked(before);
        Department above = above(customer, wanted);
        if (above != null && store.isWithin(above.id(), before.id())) {
            throw Problem.invalid("/parent", "is the department itself or below it");
        }
        Department same = wanted.department(
                before.id(), customer, above, before.version(), before.createdAt(), before.updatedAt());
        if (same.equals(before)) {
            return before;
        }
        Department after = wanted.department(
                before.id(), customer, above, before.version() + 1, before.createdAt(), time.instant());
        store.update(after);
        record(by, "department.changed", after, before, after);
        return after;
    }

    @Transactional
    void delete(Caller by, UUID customer, String idOrCode, LongConsumer seen) {
        customers.lock(customer);
        Department before = get(customer, idOrCode);
        seen.accept(before.version());
        store.delete(before.id());
        record(by, "department.deleted", before, before, null);
    }

    /** @throws Problem 422 that names the field or parameter */
    Department in(String pointer, UUID customer, String idOrCode) {
        return store.find(customer, idOrCode)
                .orElseThrow(() -> Problem.invalid(pointer, "is not the id or code of a department of the customer"));
    }

    private @Nullable Department above(UUID customer, DepartmentRequest request) {
        return request.parent() == null ? null : in("/parent", customer, request.parent());
    }

    private void record(
            Caller by, String type, Department subject, @Nullable Department before, @Nullable Department after) {
        events.record(by, type, subject.typeId(), null, view(before), view(after));
    }

    private static @Nullable DepartmentView view(@Nullable Department department) {
        return department == null ? null : DepartmentView.of(department);
    }

    private static Problem missing() {
        return Problem.notFound("department of this customer");
    }
}
