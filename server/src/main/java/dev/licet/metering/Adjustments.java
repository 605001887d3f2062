package dev.licet.metering;

import dev.licet.core.decision.Counting;
import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Meter;
import dev.licet.core.meter.Tally;
import dev.licet.core.policy.FeatureValue;
import dev.licet.licensing.LicenseUse;
import dev.licet.licensing.UsageBalance;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff correct of what was used, and what they top up. */
@Service
class Adjustments {
    private static final String CREDIT = "credit";

    private final LicenseUse licenses;
    private final Meters meters;
    private final Ledgers ledgers;
    private final UsageRecords records;
    private final UsageLogStore log;
    private final InstantSource time;

    Adjustments(
            LicenseUse licenses,
            Meters meters,
            Ledgers ledgers,
            UsageRecords records,
            UsageLogStore log,
            InstantSource time) {
        this.licenses = licenses;
        this.meters = meters;
        this.ledgers = ledgers;
        this.records = records;
        this.log = log;
        this.time = time;
    }

    /** An adjustment, with how the meter stands after it in the period it belongs to. */
    record Outcome(UsageLogStore.Adjustment adjustment, UsageBalance balance) {}

    @Transactional
    Outcome adjust(Caller by, UUID license, AdjustmentRequest request, BigDecimal quantity) {
        LicenseUse.Used used = licenses.hold(license);
        Instant now = time.instant();
        Instant at = request.at() == null ? now : request.at();
        Meters.Known known = meters.of(used.product(), List.of(String.valueOf(request.meter())));
        String code = known.codes().getOrDefault(String.valueOf(request.meter()), String.valueOf(request.meter()));
        Counting counting = new Counting(used.facts(), known.kinds(), used.issuedAt(), null, now);
        Ledger.Account account = counting.account(code, at);
        if (account == null) {
            throw Problem.invalid("/meter", "is not a feature that the license has");
        }
        Ledgers.Opened opened = ledgers.forReading(license, counting, Ledger.periods(account, at));
        Meter meter = account.meter();
        String kind = request.kind() == null ? usualKind(used, code) : request.kind();
        UsageBalance balance = apply(opened.ledger(), meter, at, now, kind, quantity);
        UsageLogStore.Adjustment adjustment = new UsageLogStore.Adjustment(
                new TypeId("adj", Uuid7.next()),
                code,
                kind,
                UsageBalance.text(quantity),
                String.valueOf(request.reason()),
                at,
                now,
                by.actor());
        log.insert(license, adjustment, quantity, by.requestId());
        records.write(by, license, opened, Set.of(), now);
        Outcome outcome = new Outcome(adjustment, balance);
        String type = kind.equals(CREDIT) ? "usage.topped_up" : "usage.adjusted";
        licenses.note(by, type, license, request.reason(), outcome);
        return outcome;
    }

    private static UsageBalance apply(
            Ledger ledger, Meter meter, Instant at, Instant now, String kind, BigDecimal quantity) {
        Ledger.Key key = new Ledger.Key(meter.code(), meter.period(at));
        Tally before = ledger.tally(key);
        BigDecimal limit = meter.grant().limit();
        if (kind.equals(CREDIT) && limit == null) {
            throw Problem.conflict(
                    "NOTHING_TO_TOP_UP", "The meter " + meter.code() + " has no limit, so it needs no credit.");
        }
        Tally after = kind.equals(CREDIT) ? before.topUp(quantity) : before.adjust(quantity);
        if (after.used().signum() < 0) {
            throw Problem.conflict(
                            "USAGE_BELOW_ZERO",
                            "Only " + UsageBalance.text(before.used()) + " were used in this period: take off no more.")
                    .with("used", UsageBalance.text(before.used()));
        }
        boolean takes = kind.equals(CREDIT) == quantity.signum() < 0;
        if (takes && isShort(meter, after)) {
            throw Problem.conflict(
                    "USAGE_EXCEEDED", "That is more than is left of " + meter.code() + " in this period.");
        }
        ledger.put(meter, key, after);
        return UsageBalance.of(ledger.look(meter, key, now));
    }

    /** Whether more was used than there is. */
    private static boolean isShort(Meter meter, Tally tally) {
        BigDecimal cap = meter.grant().cap();
        return cap != null && tally.used().compareTo(tally.bound(cap)) > 0;
    }

    /** What others pay with is topped up, anything else is corrected. */
    private static String usualKind(LicenseUse.Used used, String code) {
        boolean pays = used.facts().features().grants().values().stream()
                .anyMatch(
                        grant -> grant.value() instanceof FeatureValue.Metered metered && code.equals(metered.pool()));
        return pays ? CREDIT : "usage";
    }
}
