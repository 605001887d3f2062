package dev.licet.offline;

import dev.licet.core.file.UsageReport;
import dev.licet.licensing.LicenseGrants;
import dev.licet.licensing.LicenseUse;
import dev.licet.metering.Metering;
import dev.licet.metering.UsageReceipt;
import dev.licet.platform.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what programs without a network have counted, once, and says which of their reports were left behind. */
@Service
class UsageReports {
    private final LicenseGrants grants;
    private final LicenseUse licenses;
    private final Metering metering;
    private final BroughtStore store;
    private final InstantSource time;

    UsageReports(LicenseGrants grants, LicenseUse licenses, Metering metering, BroughtStore store, InstantSource time) {
        this.grants = grants;
        this.licenses = licenses;
        this.metering = metering;
        this.store = store;
        this.time = time;
    }

    /**
     * What became of a report.
     *
     * @param brought whether it had not been brought before; its events count once in any case
     * @param missing numbers of earlier reports of its series that nobody has brought yet, at most 100 of the last 1,000
     */
    @Schema(name = "UsageReportReceipt")
    record Receipt(String series, int number, boolean brought, List<Integer> missing, UsageReceipt usage) {}

    @Transactional
    Receipt count(String text, String requestId) {
        UsageReport.Unverified brought = Faults.at("/report", () -> UsageReport.open(text));
        LicenseGrants.Holder holder = grants.byFinder(brought.finder()).orElseThrow(AirGap::unknown);
        UsageReport report = Faults.at("/report", () -> brought.verify(holder.key()));
        UUID license = holder.license();
        licenses.hold(license);
        Caller by = LicenseUse.program(license, requestId);
        UsageReceipt usage = metering.recordReport(license, report.events(), by);
        boolean isNew = store.bring(
                license, report.series(), report.number(), report.events().size(), time.instant());
        List<Integer> missing = store.leftBehind(license, report.series(), report.number());
        Receipt receipt = new Receipt(report.series(), report.number(), isNew, missing, usage);
        if (isNew) {
            licenses.note(by, "usage.report_brought", license, null, Note.of(receipt));
        }
        return receipt;
    }

    /** What stands in the history of it. */
    record Note(String series, int number, int accepted, int duplicates, int refused, List<Integer> missing) {
        static Note of(Receipt receipt) {
            UsageReceipt usage = receipt.usage();
            return new Note(
                    receipt.series(),
                    receipt.number(),
                    usage.accepted(),
                    usage.duplicates(),
                    usage.refused().size(),
                    receipt.missing());
        }
    }
}
