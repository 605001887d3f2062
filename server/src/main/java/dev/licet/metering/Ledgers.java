package dev.licet.metering;

import dev.licet.core.decision.Counting;
import dev.licet.core.meter.Aggregation;
import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Meter;
import dev.licet.core.meter.Tally;
import dev.licet.core.meter.UsageEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a ledger with what is on record about a licence. */
@Component
class Ledgers {
    private final BalanceStore balances;
    private final RecountStore recounts;

    Ledgers(BalanceStore balances, RecountStore recounts) {
        this.balances = balances;
        this.recounts = recounts;
    }

    /**
     * A ledger, with what it was filled with.
     *
     * @param recorded the tallies as they are on record
     * @param opened the tallies as they were when it was opened: those of periods that were cut anew are counted anew
     */
    record Opened(Ledger ledger, Map<Ledger.Key, Tally> recorded, Map<Ledger.Key, Tally> opened) {}

    /** The ledger needed to count these events. The licence has to be held. */
    Opened forEvents(UUID license, Counting counting, List<UsageEvent> events) {
        Opened opened = open(license, counting, counting.periods(events), true);
        Map<BalanceStore.Value, Ledger.Seen> asked = new HashMap<>();
        for (UsageEvent event : events) {
            Ledger.Seen value = counting.value(event);
            if (value != null) {
                asked.put(new BalanceStore.Value(value.key(), Digest.of(value.value())), value);
            }
        }
        Set<Ledger.Seen> seen = asked.isEmpty()
                ? Set.of()
                : balances.seen(license, asked.keySet()).stream()
                        .map(asked::get)
                        .collect(Collectors.toSet());
        return new Opened(new Ledger(opened.opened(), seen), opened.recorded(), opened.opened());
    }

    /** The ledger needed to know some periods. Nothing is written for it. */
    Opened forReading(UUID license, Counting counting, Set<Ledger.Key> keys) {
        return open(license, counting, keys, false);
    }

    private Opened open(UUID license, Counting counting, Set<Ledger.Key> keys, boolean held) {
        if (keys.isEmpty()) {
            return new Opened(new Ledger(Map.of(), Set.of()), Map.of(), Map.of());
        }
        Set<String> meters = keys.stream().map(Ledger.Key::meter).collect(Collectors.toSet());
        Instant since = keys.stream()
                .map(key -> key.period().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<BalanceStore.Row> rows = balances.tallies(license, meters, since);
        Map<Ledger.Key, BalanceStore.Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        Map<Ledger.Key, Tally> recorded = new HashMap<>();
        Map<Ledger.Key, Tally> opened = new HashMap<>();
        for (Ledger.Key key : keys) {
            BalanceStore.Row row = byKey.get(key);
            if (row != null) {
                recorded.put(key, row.tally());
                opened.put(key, row.tally());
            }
            if (isCutAnew(key, row, rows)) {
                opened.put(key, recount(license, counting, key, row, held));
            }
        }
        return new Opened(new Ledger(opened, Set.of()), recorded, opened);
    }

    /** Whether usage of this period was counted in another that is not of the same row of periods, since this one was last touched. */
    private static boolean isCutAnew(Ledger.Key key, BalanceStore.@Nullable Row row, List<BalanceStore.Row> rows) {
        return rows.stream()
                .anyMatch(other -> other.key().meter().equals(key.meter())
                        && !other.key().equals(key)
                        && other.key().period().overlaps(key.period())
                        && (row == null || other.updatedAt().isAfter(row.updatedAt())));
    }

    private Tally recount(
            UUID license, Counting counting, Ledger.Key key, BalanceStore.@Nullable Row row, boolean held) {
        Meter.Kind kind = counting.kinds().getOrDefault(key.meter(), Meter.Kind.SUM);
        if (held && kind.aggregation() == Aggregation.UNIQUE && kind.uniqueBy() != null) {
            Set<BalanceStore.Value> values = new HashSet<>();
            recounts.values(license, key, kind.uniqueBy())
                    .forEach(value -> values.add(new BalanceStore.Value(key, Digest.of(value))));
            balances.addValues(license, values);
        }
        Tally anew = recounts.recount(license, kind, key);
        Tally before = row == null ? Tally.NONE : row.tally();
        return new Tally(
                anew.counted(), anew.adjusted(), anew.credit(), before.carried(), before.lent(), before.told());
    }
}
