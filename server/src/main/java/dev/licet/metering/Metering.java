package dev.licet.metering;

import dev.licet.core.decision.Counting;
import dev.licet.core.decision.Facts;
import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Meter;
import dev.licet.core.meter.UsageEvent;
import dev.licet.core.meter.UsageOutcome;
import dev.licet.licensing.LicenseUse;
import dev.licet.licensing.UsageBalance;
import dev.licet.platform.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts usage: each event once for ever, within what the licence grants, exactly, however many report at once. */
@Service
public class Metering {
    private final LicenseUse licenses;
    private final Meters meters;
    private final Ledgers ledgers;
    private final UsageStore store;
    private final PartitionStore partitions;
    private final UsageRecords records;
    private final UsageReadings readings;
    private final InstantSource time;

    Metering(
            LicenseUse licenses,
            Meters meters,
            Ledgers ledgers,
            UsageStore store,
            PartitionStore partitions,
            UsageRecords records,
            UsageReadings readings,
            InstantSource time) {
        this.licenses = licenses;
        this.meters = meters;
        this.ledgers = ledgers;
        this.store = store;
        this.partitions = partitions;
        this.records = records;
        this.readings = readings;
        this.time = time;
    }

    /**
     * Counts events, in the order in which they stand. When it returns and the transaction commits, what it says is on record.
     *
     * @param events their meters are named by code or id
     * @throws dev.licet.platform.Problem 404 when there is no such licence
     */
    @Transactional
    public UsageReceipt record(UUID license, List<UsageEvent> events, UsageOrigin origin) {
        if (events.isEmpty()) {
            return UsageReceipt.nothing(UsageBalance.of(readings.balances(licenses.get(license))));
        }
        LicenseUse.Used used = licenses.hold(license);
        Instant now = time.instant();
        List<String> named = events.stream().map(UsageEvent::meter).toList();
        Meters.Known known = meters.of(used.product(), named);
        Facts begun = Counting.begun(used.facts(), now);
        Counting counting = new Counting(begun, known.kinds(), used.issuedAt(), origin.late(), now);
        List<UsageEvent> byCode =
                events.stream().map(event -> byCode(event, known)).toList();
        Ledgers.Opened opened = ledgers.forEvents(license, counting, byCode);
        Batch batch = count(license, counting, byCode, opened.ledger());
        Facts.Term started = begun.begunSince(used.facts());
        if (!batch.counted().isEmpty()) {
            if (started != null) {
                licenses.begin(origin.by(), license, started);
            }
            partitions.make(now);
            store.add(license, batch.counted(), origin, now);
        }
        records.write(origin.by(), license, opened, batch.values(), now);
        return batch.receipt(counting, opened.ledger());
    }

    /**
     * Counts what a verified report of a program without a network says; its events may be as old as the licence.
     *
     * @throws dev.licet.platform.Problem 422 that names what is wrong with an event, 404 when there is no such licence
     */
    @Transactional
    public UsageReceipt recordReport(UUID license, List<UsageEvent> events, Caller by) {
        ReportedEvents.check(events);
        return record(license, events, UsageOrigin.report(by));
    }

    private Batch count(UUID license, Counting counting, List<UsageEvent> events, Ledger ledger) {
        List<UUID> digests = events.stream()
                .map(event -> Digest.of(event.source(), event.id()))
                .toList();
        Set<UUID> known = new HashSet<>(digests.isEmpty() ? Set.of() : store.known(license, digests));
        Batch batch = new Batch();
        for (int i = 0; i < events.size(); i++) {
            UsageEvent event = events.get(i);
            if (known.contains(digests.get(i))) {
                batch.duplicates.add(event.id());
                continue;
            }
            switch (counting.count(event, ledger)) {
                case UsageOutcome.Refused refused ->
                    batch.refused.add(
                            new UsageReceipt.Note(event.id(), refused.reason().name()));
                case UsageOutcome.Accepted accepted -> {
                    known.add(digests.get(i));
                    batch.accept(digests.get(i), event, accepted, counting);
                }
            }
        }
        return batch;
    }

    private static UsageEvent byCode(UsageEvent event, Meters.Known known) {
        String code = known.codes().getOrDefault(event.meter(), event.meter());
        return code.equals(event.meter())
                ? event
                : new UsageEvent(event.id(), event.source(), code, event.quantity(), event.at(), event.dimensions());
    }

    /** What becomes of the events of one call. */
    private static final class Batch {
        private final List<UsageStore.Counted> counted = new ArrayList<>();
        private final List<String> duplicates = new ArrayList<>();
        private final List<UsageReceipt.Note> refused = new ArrayList<>();
        private final List<UsageReceipt.Note> flagged = new ArrayList<>();
        private final Set<BalanceStore.Value> values = new LinkedHashSet<>();

        List<UsageStore.Counted> counted() {
            return counted;
        }

        Set<BalanceStore.Value> values() {
            return values;
        }

        void accept(UUID digest, UsageEvent event, UsageOutcome.Accepted accepted, Counting counting) {
            Meter meter = accepted.account().meter();
            Meter pool = accepted.account().pool();
            String flag = accepted.flag() == null ? null : accepted.flag().name();
            BigDecimal charge = pool == null
                    ? null
                    : accepted.units().multiply(meter.grant().cost());
            counted.add(new UsageStore.Counted(
                    digest,
                    event,
                    meter.kind().aggregation(),
                    accepted.units(),
                    pool == null ? null : pool.code(),
                    charge,
                    flag));
            if (flag != null) {
                flagged.add(new UsageReceipt.Note(event.id(), flag));
            }
            Ledger.Seen value = counting.value(event);
            if (value != null && accepted.units().signum() > 0) {
                values.add(new BalanceStore.Value(value.key(), Digest.of(value.value())));
            }
        }

        UsageReceipt receipt(Counting counting, Ledger ledger) {
            return new UsageReceipt(
                    counted.size(),
                    duplicates.size(),
                    List.copyOf(duplicates),
                    List.copyOf(refused),
                    List.copyOf(flagged),
                    UsageBalance.of(counting.balances(ledger)));
        }
    }
}
