package dev.licet.metering;

import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Meter;
import dev.licet.core.meter.Tally;
import dev.licet.platform.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the events of a period once more. Needed when a change of plan cuts the periods otherwise than they were, so that a period
 * has usage that was counted in others.
 */
@Repository
class RecountStore {
    static final String EVENTS = """
            select count(*) filter (where meter = :meter) as events,
                   coalesce(sum(quantity) filter (where meter = :meter), 0) as quantity,
                   coalesce(max(quantity) filter (where meter = :meter), 0) as peak,
                   count(distinct dimensions ->> :uniqueBy::text) filter (where meter = :meter) as values,
                   coalesce(sum(charge) filter (where pool = :meter), 0) as charges
            from usage_events
            where license_id = :license and (meter = :meter or pool = :meter) and at >= :start and at < :end::timestamptz
            """;

    static final String ADJUSTMENTS = """
            select coalesce(sum(quantity), 0) from usage_adjustments
            where license_id = :license and meter = :meter and kind = :kind and at >= :start and at < :end::timestamptz
            """;

    static final String VALUES = """
            select distinct dimensions ->> :uniqueBy::text from usage_events
            where license_id = :license and meter = :meter and at >= :start and at < :end::timestamptz
              and dimensions ->> :uniqueBy::text is not null
            """;

    private final JdbcClient jdbc;

    RecountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tally of a period as the events and corrections on record make it. */
    Tally recount(UUID license, Meter.Kind kind, Ledger.Key key) {
        BigDecimal counted = bound(jdbc.sql(EVENTS), license, key)
                .param("uniqueBy", kind.uniqueBy())
                .query((row, number) -> switch (kind.aggregation()) {
                    case SUM -> row.getBigDecimal("quantity").add(row.getBigDecimal("charges"));
                    case COUNT -> row.getBigDecimal("events");
                    case MAX -> row.getBigDecimal("peak");
                    case UNIQUE -> row.getBigDecimal("values");
                })
                .single();
        BigDecimal adjusted = adjustments(license, key, "usage");
        return new Tally(
                counted,
                adjusted.max(counted.negate()),
                adjustments(license, key, "credit"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Set.of());
    }

    /** The different values of a dimension that were counted in a period. */
    Set<String> values(UUID license, Ledger.Key key, String uniqueBy) {
        return bound(jdbc.sql(VALUES), license, key)
                .param("uniqueBy", uniqueBy)
                .query((row, number) -> row.getString(1))
                .set();
    }

    private BigDecimal adjustments(UUID license, Ledger.Key key, String kind) {
        return Objects.requireNonNull(bound(jdbc.sql(ADJUSTMENTS), license, key)
                .param("kind", kind)
                .query(BigDecimal.class)
                .single());
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, UUID license, Ledger.Key key) {
        Instant end = key.period().end();
        return statement
                .param("license", license)
                .param("meter", key.meter())
                .param("start", Sql.time(key.period().start()))
                .param("end", end == null ? OffsetDateTime.MAX : Sql.time(end));
    }
}
