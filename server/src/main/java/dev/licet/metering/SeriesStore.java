package dev.licet.metering;

import dev.licet.core.meter.Meter;
import dev.licet.platform.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Usage over time, from the hours, or from the single events as long as they are kept. */
@Repository
class SeriesStore {
    static final String OF_HOURS = """
            select meter, date_trunc(:unit, hour, 'UTC') as start, null::timestamptz as end, null::text as value,
                   sum(events) as events, sum(quantity) as quantity, max(peak) as peak, sum(fresh) as fresh
            from usage_hours
            where license_id = :license and (:meter::text is null or meter = :meter)
              and hour >= date_trunc('hour', :since::timestamptz, 'UTC') and hour < :until::timestamptz
            group by 1, 2
            order by 1, 2
            limit :limit
            """;

    static final String OF_EVENTS = """
            select meter, date_trunc(:unit, at, 'UTC') as start, null::timestamptz as end,
                   dimensions ->> :dimension::text as value, count(*) as events, sum(quantity) as quantity,
                   max(quantity) as peak, count(distinct dimensions ->> :uniqueBy::text) as fresh
            from usage_events
            where license_id = :license and meter = :meter and at >= :since and at < :until
            group by 1, 2, 4
            order by 1, 2, 4
            limit :limit
            """;

    static final String OF_PERIODS = """
            select b.meter, b.period_start as start, nullif(b.period_end, 'infinity') as end,
                   e.dimensions ->> :dimension::text as value, count(*) as events, sum(e.quantity) as quantity,
                   max(e.quantity) as peak, count(distinct e.dimensions ->> :uniqueBy::text) as fresh
            from usage_balances b
            join usage_events e on e.license_id = b.license_id and e.meter = b.meter
                 and e.at >= b.period_start and e.at < b.period_end
            where b.license_id = :license and b.meter = :meter and b.period_start < :until and b.period_end > :since
            group by 1, 2, 3, 4
            order by 1, 2, 4
            limit :limit
            """;

    private final JdbcClient jdbc;

    SeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was used in a stretch of time.
     *
     * @param value of the dimension that was asked for
     * @param fresh different values, of a meter that counts those
     */
    record Row(
            String meter,
            Instant start,
            @Nullable Instant end,
            @Nullable String value,
            long events,
            BigDecimal quantity,
            BigDecimal peak,
            long fresh) {

        BigDecimal used(Meter.Kind kind) {
            return switch (kind.aggregation()) {
                case SUM -> quantity;
                case COUNT -> BigDecimal.valueOf(events);
                case MAX -> peak;
                case UNIQUE -> BigDecimal.valueOf(fresh);
            };
        }
    }

    /** @param unit hour or day */
    List<Row> hours(UUID license, @Nullable String meter, String unit, Instant since, Instant until, int limit) {
        return bound(jdbc.sql(OF_HOURS), license, meter, since, until, limit)
                .param("unit", unit)
                .query(SeriesStore::row)
                .list();
    }

    /** @param unit hour, day or period */
    List<Row> events(
            UUID license,
            String meter,
            String unit,
            String dimension,
            @Nullable String uniqueBy,
            Instant since,
            Instant until,
            int limit) {
        boolean periods = unit.equals("period");
        JdbcClient.StatementSpec statement = bound(
                        jdbc.sql(periods ? OF_PERIODS : OF_EVENTS), license, meter, since, until, limit)
                .param("dimension", dimension)
                .param("uniqueBy", uniqueBy);
        return (periods ? statement : statement.param("unit", unit))
                .query(SeriesStore::row)
                .list();
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement,
            UUID license,
            @Nullable String meter,
            Instant since,
            Instant until,
            int limit) {
        return statement
                .param("license", license)
                .param("meter", meter)
                .param("since", Sql.time(since))
                .param("until", Sql.time(until))
                .param("limit", limit);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime end = row.getObject("end", OffsetDateTime.class);
        return new Row(
                row.getString("meter"),
                Sql.instant(row, "start"),
                end == null ? null : end.toInstant(),
                row.getString("value"),
                row.getLong("events"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("peak"),
                row.getLong("fresh"));
    }
}
