package dev.licet.licensing;

import dev.licet.platform.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Frees the places of devices that have missed their heartbeat. Until it has run they count as freed already. */
@Component
class SilentDevices implements DueWork {
    private final DeviceRecords records;

    SilentDevices(DeviceRecords records) {
        this.records = records;
    }

    @Override
    @Transactional
    public void run(Instant now) {
        records.releaseSilent(null, "due-work", now);
    }
}
