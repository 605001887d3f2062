package dev.licet.licensing;

import dev.licet.customers.Customers;
import dev.licet.customers.Department;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parts of a licence given to departments and taken back. The licence is locked meanwhile. */
@Service
class Allocations {
    private final AllocationStore store;
    private final LicenseRecords records;
    private final Customers customers;
    private final InstantSource time;

    Allocations(AllocationStore store, LicenseRecords records, Customers customers, InstantSource time) {
        this.store = store;
        this.records = records;
        this.customers = customers;
        this.time = time;
    }

    AllocationsView view(String id) {
        License license = records.get(id);
        return AllocationsView.of(license, store.find(license.id(), time.instant()));
    }

    @Transactional
    AllocationView put(Caller by, String id, String department, AllocationRequest request) {
        Map<Quantity, Integer> wanted = request.checked();
        License license = records.lock(id);
        if (license.contract().revocation() != null) {
            throw Problem.conflict("LICENSE_REVOKED", "The license was revoked, which is final; issue a new one.");
        }
        UUID receiver = department(license, department).id();
        Allotments before = store.find(license.id(), time.instant());
        store.put(license.id(), receiver, wanted, time.instant());
        Allotments after = store.find(license.id(), time.instant());
        AllocationLimits.refuseIfTooMuch(license, after, wanted.keySet());
        AllocationView view = view(license, after, receiver);
        Allotment known = before.of(receiver).orElse(null);
        if (known == null || !known.allocated().equals(wanted)) {
            AllocationView was = known == null ? null : view(license, before, receiver);
            records.note(by, "license.allocation_set", license.id(), null, was, view);
        }
        return view;
    }

    @Transactional
    void delete(Caller by, String id, String department) {
        License license = records.lock(id);
        UUID receiver = department(license, department).id();
        Allotments before = store.find(license.id(), time.instant());
        if (before.of(receiver).isEmpty()) {
            throw Problem.notFound("allocation to this department");
        }
        remove(by, license, before, receiver);
    }

    /** Takes everything back, in the caller's transaction, as when the licence goes to another customer. */
    void deleteAll(Caller by, License license) {
        Allotments before = store.find(license.id(), time.instant());
        before.departments().forEach(each -> remove(by, license, before, each.departmentId()));
    }

    private void remove(Caller by, License license, Allotments before, UUID department) {
        store.delete(license.id(), department);
        records.note(by, "license.allocation_removed", license.id(), null, view(license, before, department), null);
    }

    private Department department(License license, String idOrCode) {
        UUID customer = license.contract().customerId();
        return Optional.ofNullable(customer)
                .flatMap(id -> customers.findDepartment(id, idOrCode))
                .orElseThrow(() -> Problem.notFound("department of the license's customer"));
    }

    private static AllocationView view(License license, Allotments all, UUID department) {
        return AllocationView.of(all.of(department).orElseThrow(), all, license.policy());
    }
}
