package dev.licet.licensing;

import dev.licet.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of each lease, with the event that every change of it is, in the history of its licence. The licence has to be locked. */
@Component
class LeaseRecords {
    private final LeaseStore store;
    private final LicenseRecords licenses;

    LeaseRecords(LeaseStore store, LicenseRecords licenses) {
        this.store = store;
        this.licenses = licenses;
    }

    /** Notes what time alone has ended: from here on the record is as if somebody had watched. */
    void settle(UUID license, String requestId, Instant now) {
        Caller system = Caller.system(requestId);
        for (LeaseRecord lease : store.endExpired(license, now)) {
            licenses.note(system, "lease.expired", license, lease.endReason(), LeaseView.of(lease, now), null);
        }
        store.close(license, now);
    }

    /** @param capacity how many seats of the pool may be taken together; null for any number */
    void add(Caller by, LeaseRecord lease, @Nullable Integer capacity) {
        store.insert(lease, capacity);
        String type = lease.borrowed() ? "lease.borrowed" : "lease.taken";
        licenses.note(by, type, lease.licenseId(), null, null, LeaseView.of(lease, lease.takenAt()));
    }

    /** A renewal is no event, but to borrow what was not borrowed is. */
    void renew(Caller by, LeaseRecord known, LeaseRecord longer) {
        store.renew(longer);
        if (longer.borrowed() && !known.borrowed()) {
            Instant now = longer.renewedAt();
            licenses.note(
                    by, "lease.borrowed", known.licenseId(), null, LeaseView.of(known, now), LeaseView.of(longer, now));
        }
    }

    /**
     * Ends a lease before its time.
     *
     * @param type what has happened
     * @param free until when its seats stay taken
     * @return whether it was held until now
     */
    boolean end(Caller by, String type, LeaseRecord lease, String reason, Instant free, Instant now) {
        boolean ended = store.end(lease, reason, by.actor(), free, now);
        if (ended) {
            licenses.note(by, type, lease.licenseId(), reason, LeaseView.of(lease, now), null);
            store.close(lease.licenseId(), now);
        }
        return ended;
    }
}
