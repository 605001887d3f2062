package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.platform.Caller;
import org.springframework.stereotype.Component;

/** The begin of a term that waited for a first validation, activation or use. The licence has to be locked. */
@Component
class Beginnings {
    private final LicenseRecords records;

    Beginnings(LicenseRecords records) {
        this.records = records;
    }

    License begin(Caller by, License license, Facts.Term term) {
        return records.change(
                by, "license.started", null, license, license.contract().term(term));
    }
}
