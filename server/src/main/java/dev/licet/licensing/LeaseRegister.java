package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Caller;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Floating seats that are held, found and given or taken back. */
@Service
class LeaseRegister {
    private final LeaseStore store;
    private final LeaseRecords records;
    private final LicenseStore licenses;
    private final LicenseRecords register;
    private final InstantSource time;

    LeaseRegister(
            LeaseStore store,
            LeaseRecords records,
            LicenseStore licenses,
            LicenseRecords register,
            InstantSource time) {
        this.store = store;
        this.records = records;
        this.licenses = licenses;
        this.register = register;
        this.time = time;
    }

    List<LeaseRecord> list(String license, boolean held, Paging paging) {
        return store.list(register.get(license).id(), held, time.instant(), paging);
    }

    /** As far as the visitor may know of it. */
    LeaseRecord get(Visitor visitor, String id) {
        LeaseRecord lease = store.find(uuid(id)).orElseThrow(LeaseRegister::missing);
        if (visitor instanceof Visitor.Holder holder && !holder.license().equals(lease.licenseId())) {
            throw missing();
        }
        return lease;
    }

    /** The holder gives seats back, which may then linger; staff takes them, and they are free at once. */
    @Transactional
    void end(Visitor visitor, LeaseRecord lease, @Nullable String reason) {
        licenses.lock(lease.licenseId());
        Instant now = time.instant();
        records.settle(lease.licenseId(), visitor.requestId(), now);
        License license = licenses.find(lease.licenseId(), now).orElseThrow();
        Caller by = visitor.caller(license);
        boolean ended = switch (visitor) {
            case Visitor.Holder _ ->
                records.end(
                        by,
                        "lease.returned",
                        lease,
                        "returned",
                        license.policy().linger().addTo(now),
                        now);
            case Visitor.Staff _ ->
                records.end(by, "lease.released", lease, reason == null ? "released" : reason, now, now);
        };
        if (!ended) {
            throw ended(store.find(lease.id()).orElseThrow(), now);
        }
    }

    static Problem ended(LeaseRecord lease, Instant now) {
        LeaseView view = LeaseView.of(lease, now);
        String why = LeaseStore.EXPIRED.equals(view.endReason()) ? "it was not renewed in time" : view.endReason();
        return Problem.conflict("LEASE_ENDED", "The seat ended at " + view.endedAt() + " (" + why + "): take another.")
                .with("lease", view);
    }

    private static UUID uuid(String id) {
        return TypeId.find(LeaseRecord.PREFIX, id).orElseThrow(LeaseRegister::missing);
    }

    private static Problem missing() {
        return Problem.notFound("lease");
    }
}
