package dev.licet.core.meter;

import dev.licet.core.policy.FeatureValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a licence as something that is counted.
 *
 * @param code of the feature
 * @param kind how its events make its number
 * @param grant how much of it there is
 * @param since the start of the licence
 */
public record Meter(String code, Kind kind, FeatureValue.Metered grant, Instant since) {

    /**
     * What the product says of a meter, whatever a licence grants.
     *
     * @param uniqueBy the dimension whose different values are counted; null when none are
     */
    public record Kind(Aggregation aggregation, @Nullable String uniqueBy) {
        /** Quantities are added up. */
        public static final Kind SUM = new Kind(Aggregation.SUM, null);
    }

    /** The period that an instant belongs to. */
    public Period period(Instant at) {
        return Period.at(grant, since, at);
    }

    /** The periods before one whose unused units it may use, the oldest first. */
    public List<Period> lots(Period period) {
        List<Period> lots = new ArrayList<>();
        FeatureValue.Rollover rollover = grant.rollover();
        Period lot = rollover == null ? null : period.before(grant, since);
        while (rollover != null && lot != null && lots.size() < rollover.periods()) {
            lots.add(lot);
            lot = lot.before(grant, since);
        }
        Collections.reverse(lots);
        return lots;
    }
}
