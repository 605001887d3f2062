package dev.licet.core.meter;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Units about to be taken from a meter: first what earlier periods left, the oldest first since it is lost soonest, then its own, then
 * what overage allows.
 *
 * @param units 0 or more
 * @param fromEarlier how many of them are units of earlier periods
 * @param fits whether there are as many
 */
record Draw(Meter meter, Ledger.Key key, BigDecimal units, BigDecimal fromEarlier, boolean fits) {

    static Draw of(Ledger ledger, Meter meter, Ledger.Key key, BigDecimal units, Instant now) {
        BigDecimal fromEarlier = ledger.carriable(meter, key, now).min(units);
        Tally after = ledger.tally(key).more(units, fromEarlier);
        BigDecimal cap = meter.grant().cap();
        boolean fits = units.signum() == 0 || cap == null || after.used().compareTo(after.bound(cap)) <= 0;
        return new Draw(meter, key, units, fromEarlier, fits);
    }

    void take(Ledger ledger) {
        ledger.put(meter, key, ledger.tally(key).more(units, fromEarlier));
        BigDecimal rest = fromEarlier;
        for (Period period : meter.lots(key.period())) {
            BigDecimal part = ledger.spare(meter, period).min(rest);
            if (part.signum() > 0) {
                Ledger.Key lot = new Ledger.Key(key.meter(), period);
                ledger.put(meter, lot, ledger.tally(lot).lend(part));
                rest = rest.subtract(part);
            }
        }
    }
}
