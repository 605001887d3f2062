package dev.licet.metering;

import dev.licet.core.decision.Counting;
import dev.licet.core.decision.Facts;
import dev.licet.core.meter.Balance;
import dev.licet.core.meter.Ledger;
import dev.licet.core.policy.FeatureGrant;
import dev.licet.core.policy.FeatureValue;
import dev.licet.core.policy.Features;
import dev.licet.licensing.LicenseUse;
import dev.licet.licensing.UsageSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says how the metered features of licences stand. A licence without any costs nothing. */
@Component
class UsageReadings implements UsageSource {
    private final Meters meters;
    private final Ledgers ledgers;
    private final InstantSource time;

    UsageReadings(Meters meters, Ledgers ledgers, InstantSource time) {
        this.meters = meters;
        this.ledgers = ledgers;
        this.time = time;
    }

    @Override
    public Facts.Usage usage(UUID license, UUID product, Facts facts, Instant issuedAt, Instant now) {
        Facts.Fallback fallback = facts.fallback();
        if (!metered(facts.features()) && (fallback == null || !metered(fallback.features()))) {
            return Facts.Usage.NONE;
        }
        return new Facts.Usage(balances(license, counting(product, facts, issuedAt, now)));
    }

    Map<String, Balance> balances(LicenseUse.Used used) {
        return balances(used.id(), counting(used, time.instant()));
    }

    Counting counting(LicenseUse.Used used, Instant now) {
        return counting(used.product(), used.facts(), used.issuedAt(), now);
    }

    private Map<String, Balance> balances(UUID license, Counting counting) {
        Set<Ledger.Key> keys = counting.periods(List.of());
        return counting.balances(ledgers.forReading(license, counting, keys).ledger());
    }

    private Counting counting(UUID product, Facts facts, Instant issuedAt, Instant now) {
        Set<String> codes = facts.features().grants().keySet();
        return new Counting(facts, meters.of(product, codes).kinds(), issuedAt, null, now);
    }

    private static boolean metered(Features features) {
        return features.grants().values().stream()
                .map(FeatureGrant::value)
                .anyMatch(FeatureValue.Metered.class::isInstance);
    }
}
