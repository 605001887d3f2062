package dev.licet.evidence;

import dev.licet.licensing.LicenseRegister;
import dev.licet.platform.EventLog;
import dev.licet.platform.LogSection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The logs that checkpoints cover. */
@Component
class Logs {
    static final String EVENTS = "events";
    static final String VALIDATIONS = "validations";
    static final List<String> ALL = List.of(EVENTS, VALIDATIONS);

    private final EventLog events;
    private final LicenseRegister licenses;

    Logs(EventLog events, LicenseRegister licenses) {
        this.events = events;
        this.licenses = licenses;
    }

    LogSection section(String log, UUID after, UUID upTo, String previous, long limit) {
        return log.equals(EVENTS)
                ? events.section(after, upTo, previous, limit)
                : licenses.validationSection(after, upTo, previous, limit);
    }
}
