package dev.licet.licensing;

import dev.licet.platform.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the ends of floating seats on record. Until it has run they count as ended already. */
@Component
class OverdueLeases implements DueWork {
    private final LeaseStore leases;
    private final LeaseRecords records;
    private final LicenseStore licenses;
    private final TransactionTemplate transaction;

    OverdueLeases(LeaseStore leases, LeaseRecords records, LicenseStore licenses, TransactionTemplate transaction) {
        this.leases = leases;
        this.records = records;
        this.licenses = licenses;
        this.transaction = transaction;
    }

    @Override
    public void run(Instant now) {
        for (List<UUID> over = leases.over(now); !over.isEmpty(); over = leases.over(now)) {
            over.forEach(license -> settle(license, now));
        }
    }

    private void settle(UUID license, Instant now) {
        transaction.executeWithoutResult(status -> {
            licenses.lock(license);
            records.settle(license, "due-work", now);
        });
    }
}
