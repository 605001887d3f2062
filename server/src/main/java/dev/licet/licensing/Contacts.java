package dev.licet.licensing;

import dev.licet.platform.Caller;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When programs reached the server with a licence that asks for that now and then. */
@Component
class Contacts {
    static final String RETURNED = "license.returned";

    private final LicenseStore licenses;
    private final LicenseRecords records;

    Contacts(LicenseStore licenses, LicenseRecords records) {
        this.licenses = licenses;
        this.records = records;
    }

    /** Each contact renews the last one; one that came too late is an event, so that the record tells when it was overdue. */
    void note(Caller by, License license, Instant now) {
        if (license.policy().checkIn() == null) {
            return;
        }
        licenses.checkedIn(license.id(), now);
        Instant last = license.checkedInAt();
        if (last != null && DeviceRecords.isOver(license.policy().checkIn(), last, now)) {
            records.note(by, RETURNED, license.id(), null, Map.of("checkedInAt", last), Map.of("checkedInAt", now));
        }
    }
}
