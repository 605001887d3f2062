package dev.licet.licensing;

import dev.licet.platform.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Frees the places of devices that have missed their heartbeat. Until it has run they count as freed already. */
@Component
class SilentDevices implements DueWork {
    private final DeviceStore devices;
    private final DeviceRecords records;
    private final LicenseStore licenses;
    private final TransactionTemplate transaction;

    SilentDevices(DeviceStore devices, DeviceRecords records, LicenseStore licenses, TransactionTemplate transaction) {
        this.devices = devices;
        this.records = records;
        this.licenses = licenses;
        this.transaction = transaction;
    }

    @Override
    public void run(Instant now) {
        for (List<UUID> silent = devices.silent(now); !silent.isEmpty(); silent = devices.silent(now)) {
            silent.forEach(license -> release(license, now));
        }
    }

    /** Under the licence's lock, lest a heartbeat be answered while its device is being released. */
    private void release(UUID license, Instant now) {
        transaction.executeWithoutResult(status -> {
            licenses.lock(license);
            records.releaseSilent(license, "due-work", now);
        });
    }
}
