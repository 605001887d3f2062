package dev.licet.metering;

import dev.licet.core.id.Uuid7;
import dev.licet.core.json.Json;
import dev.licet.core.meter.Aggregation;
import dev.licet.core.meter.UsageEvent;
import dev.licet.platform.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code usage_events}, {@code usage_ids} and {@code usage_hours}: a whole batch goes into each with one statement. */
@Repository
class UsageStore {
    static final String KNOWN =
            "select event from usage_ids where license_id = :license and event = any(:events::uuid[])";

    static final String ADD_IDS = """
            insert into usage_ids (license_id, event) select :license, unnest(:events::uuid[])
            """;

    static final String ADD_EVENTS = """
            insert into usage_events (id, license_id, event_id, source, meter, quantity, at, dimensions, pool, charge, flag,
                                      recorded_at, origin, request_id)
            select id, :license, event_id, source, meter, quantity, at, dimensions, pool, charge, flag, :now, :origin, :request
            from unnest(:ids::uuid[], :eventIds::text[], :sources::text[], :meters::text[], :quantities::numeric[],
                        :ats::timestamptz[], :dimensions::jsonb[], :pools::text[], :charges::numeric[], :flags::text[])
                 as t (id, event_id, source, meter, quantity, at, dimensions, pool, charge, flag)
            """;

    static final String ADD_HOURS = """
            insert into usage_hours as h (license_id, meter, hour, events, quantity, peak, fresh)
            select :license, meter, hour, events, quantity, peak, fresh
            from unnest(:meters::text[], :hours::timestamptz[], :events::bigint[], :quantities::numeric[], :peaks::numeric[],
                        :fresh::bigint[])
                 as t (meter, hour, events, quantity, peak, fresh)
            on conflict (license_id, meter, hour) do update
            set events = h.events + excluded.events, quantity = h.quantity + excluded.quantity,
                peak = greatest(h.peak, excluded.peak), fresh = h.fresh + excluded.fresh
            """;

    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event that counts.
     *
     * @param digest of its id
     * @param units what it added to its meter
     * @param pool the feature that paid, with the credits it paid
     */
    record Counted(
            UUID digest,
            UsageEvent event,
            Aggregation aggregation,
            BigDecimal units,
            @Nullable String pool,
            @Nullable BigDecimal charge,
            @Nullable String flag) {}

    /** Those of the ids that have counted for the licence. */
    Set<UUID> known(UUID license, Collection<UUID> ids) {
        return jdbc.sql(KNOWN)
                .param("license", license)
                .param("events", BalanceStore.texts(ids, UUID::toString))
                .query((row, number) -> Sql.uuid(row, "event"))
                .set();
    }

    void add(UUID license, List<Counted> events, UsageOrigin origin, Instant now) {
        jdbc.sql(ADD_IDS)
                .param("license", license)
                .param(
                        "events",
                        BalanceStore.texts(events, event -> event.digest().toString()))
                .update();
        jdbc.sql(ADD_EVENTS)
                .param("license", license)
                .param("now", Sql.time(now))
                .param("origin", origin.by().actor())
                .param("request", origin.by().requestId())
                .param("ids", BalanceStore.texts(events, event -> Uuid7.next().toString()))
                .param(
                        "eventIds",
                        BalanceStore.texts(events, event -> event.event().id()))
                .param(
                        "sources",
                        BalanceStore.texts(events, event -> event.event().source()))
                .param(
                        "meters",
                        BalanceStore.texts(events, event -> event.event().meter()))
                .param(
                        "quantities",
                        BalanceStore.texts(events, event -> plain(event.event().quantity())))
                .param(
                        "ats",
                        BalanceStore.texts(events, event -> event.event().at().toString()))
                .param(
                        "dimensions",
                        BalanceStore.texts(
                                events, event -> Json.write(event.event().dimensions())))
                .param("pools", BalanceStore.texts(events, Counted::pool))
                .param(
                        "charges",
                        BalanceStore.texts(events, event -> event.charge() == null ? null : plain(event.charge())))
                .param("flags", BalanceStore.texts(events, Counted::flag))
                .update();
        addHours(license, events);
    }

    /** The hours of a pool are counted by what it paid. */
    private void addHours(UUID license, List<Counted> events) {
        Map<Hour, Sum> hours = new LinkedHashMap<>();
        for (Counted each : events) {
            Instant hour = each.event().at().truncatedTo(ChronoUnit.HOURS);
            BigDecimal quantity = each.event().quantity();
            long fresh = each.aggregation() == Aggregation.UNIQUE ? each.units().longValueExact() : 0;
            hours.merge(new Hour(each.event().meter(), hour), new Sum(1, quantity, quantity, fresh), Sum::plus);
            if (each.pool() != null && each.charge() != null) {
                hours.merge(new Hour(each.pool(), hour), new Sum(1, each.charge(), each.charge(), 0), Sum::plus);
            }
        }
        jdbc.sql(ADD_HOURS)
                .param("license", license)
                .param("meters", BalanceStore.texts(hours.keySet(), Hour::meter))
                .param(
                        "hours",
                        BalanceStore.texts(hours.keySet(), hour -> hour.start().toString()))
                .param("events", BalanceStore.texts(hours.values(), sum -> String.valueOf(sum.events())))
                .param("quantities", BalanceStore.texts(hours.values(), sum -> plain(sum.quantity())))
                .param("peaks", BalanceStore.texts(hours.values(), sum -> plain(sum.peak())))
                .param("fresh", BalanceStore.texts(hours.values(), sum -> String.valueOf(sum.fresh())))
                .update();
    }

    private record Hour(String meter, Instant start) {}

    private record Sum(long events, BigDecimal quantity, BigDecimal peak, long fresh) {
        Sum plus(Sum other) {
            return new Sum(
                    events + other.events, quantity.add(other.quantity), peak.max(other.peak), fresh + other.fresh);
        }
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
