package dev.licet.licensing;

import dev.licet.core.time.Span;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The time in which a licence gains what is released: renewed, set, or as the plan says. */
@Service
class Maintenance {
    private final LicenseRecords records;
    private final InstantSource time;

    Maintenance(LicenseRecords records, InstantSource time) {
        this.records = records;
        this.time = time;
    }

    /** Adds a term, the policy's when none is given, where the policy says. */
    @Transactional
    License renew(Caller by, String id, @Nullable Span term) {
        License license = Lifecycle.alive(records.lock(id));
        Instant end = license.maintainedUntil();
        Span longer = term == null ? license.policy().maintenance() : term;
        if (end == null || longer == null) {
            throw Problem.conflict(
                    "NOT_RENEWABLE",
                    "The license has no maintenance that ends, or none yet, so there is nothing to renew; until sets an end.");
        }
        Instant from = Lifecycle.from(license.policy().renewFrom(), end, time.instant());
        return change(by, "license.maintenance_renewed", license, longer.addTo(from));
    }

    @Transactional
    License set(Caller by, String id, Instant until) {
        return change(by, "license.maintenance_changed", Lifecycle.alive(records.lock(id)), until);
    }

    /** Back to what the plan says. */
    @Transactional
    License reset(Caller by, String id) {
        return change(by, "license.maintenance_changed", Lifecycle.alive(records.lock(id)), null);
    }

    private License change(Caller by, String type, License license, @Nullable Instant until) {
        Contract contract = license.contract();
        return records.change(
                by, type, null, license, contract.term(contract.term().maintained(until)));
    }
}
