package dev.licet.metering;

import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Meter;
import dev.licet.core.meter.Tally;
import dev.licet.licensing.LicenseUse;
import dev.licet.licensing.UsageBalance;
import dev.licet.platform.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a ledger has come to, with the events of limits that were reached. */
@Component
class UsageRecords {
    private final BalanceStore balances;
    private final LicenseUse licenses;

    UsageRecords(BalanceStore balances, LicenseUse licenses) {
        this.balances = balances;
        this.licenses = licenses;
    }

    /** What is told of a limit. */
    record Reached(String meter, UsageBalance balance) {}

    void write(Caller by, UUID license, Ledgers.Opened opened, Collection<BalanceStore.Value> values, Instant now) {
        List<BalanceStore.Gain> gains = new ArrayList<>();
        opened.ledger().touched().forEach((key, meter) -> {
            Tally recorded = opened.recorded().get(key);
            Tally tally = opened.ledger().tally(key);
            if (!tally.equals(recorded)) {
                gains.add(new BalanceStore.Gain(key, recorded, tally, cap(meter, opened, key)));
            }
        });
        balances.add(license, gains, now);
        if (!values.isEmpty()) {
            balances.addValues(license, values);
        }
        for (Ledger.Crossing crossing : opened.ledger().crossings()) {
            Reached reached = new Reached(crossing.key().meter(), UsageBalance.of(crossing.balance()));
            licenses.note(by, "usage." + crossing.notice().name().toLowerCase(Locale.ROOT), license, null, reached);
        }
    }

    /** Never less than was used already, as when a plan gets smaller. */
    private static @Nullable BigDecimal cap(Meter meter, Ledgers.Opened opened, Ledger.Key key) {
        BigDecimal cap = meter.grant().cap();
        Tally before = opened.opened().getOrDefault(key, Tally.NONE);
        BigDecimal needed = before.used()
                .subtract(before.credit())
                .subtract(before.carried())
                .add(before.lent());
        return cap == null ? null : cap.max(needed);
    }
}
