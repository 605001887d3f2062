package dev.licet.metering;

import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Period;
import dev.licet.core.meter.Tally;
import dev.licet.core.meter.Tally.Notice;
import dev.licet.platform.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code usage_balances} and {@code usage_values}. */
@Repository
class BalanceStore {
    private static final String COLUMNS = """
            select meter, period_start, nullif(period_end, 'infinity') as period_end, counted, adjusted, credit, carried,
                   lent, told, updated_at
            from usage_balances
            """;

    static final String TALLIES = COLUMNS + """
            where license_id = :license and meter = any(:meters::text[]) and period_end > :since
            """;

    static final String OF_LICENSE = COLUMNS + """
            where license_id = :license and (:meter::text is null or meter = :meter)
              and period_start < :until and period_end > :since
            order by meter, period_start
            """;

    static final String INSERT = """
            insert into usage_balances (license_id, meter, period_start, period_end, counted, adjusted, credit, carried, lent,
                                        cap, told, updated_at)
            select :license, meter, period_start, period_end, counted, adjusted, credit, carried, lent, cap, told, :now
            from unnest(:meters::text[], :starts::timestamptz[], :ends::timestamptz[], :counted::numeric[],
                        :adjusted::numeric[], :credit::numeric[], :carried::numeric[], :lent::numeric[], :caps::numeric[],
                        :told::int[])
                 as t (meter, period_start, period_end, counted, adjusted, credit, carried, lent, cap, told)
            """;

    /** What is gained is added to what stands there, so that the constraints judge what really is. */
    static final String ADD = """
            update usage_balances b
            set counted = b.counted + t.counted, adjusted = b.adjusted + t.adjusted, credit = b.credit + t.credit,
                carried = b.carried + t.carried, lent = b.lent + t.lent, cap = t.cap, told = b.told | t.told,
                updated_at = :now
            from unnest(:meters::text[], :starts::timestamptz[], :ends::timestamptz[], :counted::numeric[],
                        :adjusted::numeric[], :credit::numeric[], :carried::numeric[], :lent::numeric[], :caps::numeric[],
                        :told::int[])
                 as t (meter, period_start, period_end, counted, adjusted, credit, carried, lent, cap, told)
            where b.license_id = :license and b.meter = t.meter and b.period_start = t.period_start
              and b.period_end = t.period_end
            """;

    static final String SEEN = """
            select v.meter, v.period_start, nullif(v.period_end, 'infinity') as period_end, v.value
            from unnest(:meters::text[], :starts::timestamptz[], :ends::timestamptz[], :values::uuid[])
                 as t (meter, period_start, period_end, value)
            join usage_values v on v.license_id = :license and v.meter = t.meter and v.period_start = t.period_start
                 and v.period_end = t.period_end and v.value = t.value
            """;

    static final String ADD_VALUES = """
            insert into usage_values (license_id, meter, period_start, period_end, value)
            select :license, meter, period_start, period_end, value
            from unnest(:meters::text[], :starts::timestamptz[], :ends::timestamptz[], :values::uuid[])
                 as t (meter, period_start, period_end, value)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    BalanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A tally as it is on record. */
    record Row(Ledger.Key key, Tally tally, Instant updatedAt) {}

    /**
     * What a tally gains.
     *
     * @param recorded as it is on record; null when it is not yet
     * @param cap the most units of its period; null for no end
     */
    record Gain(
            Ledger.Key key,
            @Nullable Tally recorded,
            Tally after,
            @Nullable BigDecimal cap) {
        boolean isNew() {
            return recorded == null;
        }

        Tally before() {
            return recorded == null ? Tally.NONE : recorded;
        }
    }

    /** A value of a dimension in a period. */
    record Value(Ledger.Key key, UUID value) {}

    /** All tallies of some meters in periods that end after a moment. */
    List<Row> tallies(UUID license, Set<String> meters, Instant since) {
        return jdbc.sql(TALLIES)
                .param("license", license)
                .param("meters", meters.toArray(String[]::new))
                .param("since", Sql.time(since))
                .query(BalanceStore::row)
                .list();
    }

    /** The tallies of a licence, of one meter or all, in periods that have a moment between the two. */
    List<Row> list(UUID license, @Nullable String meter, Instant since, Instant until) {
        return jdbc.sql(OF_LICENSE)
                .param("license", license)
                .param("meter", meter)
                .param("since", Sql.time(since))
                .param("until", Sql.time(until))
                .query(BalanceStore::row)
                .list();
    }

    void add(UUID license, List<Gain> gains, Instant now) {
        write(INSERT, license, gains.stream().filter(Gain::isNew).toList(), now);
        write(ADD, license, gains.stream().filter(gain -> !gain.isNew()).toList(), now);
    }

    private void write(String sql, UUID license, List<Gain> gains, Instant now) {
        if (gains.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
                .param("license", license)
                .param("now", Sql.time(now))
                .param("meters", texts(gains, gain -> gain.key().meter()))
                .param("starts", texts(gains, gain -> start(gain.key())))
                .param("ends", texts(gains, gain -> end(gain.key())))
                .param("counted", gained(gains, Tally::counted))
                .param("adjusted", gained(gains, Tally::adjusted))
                .param("credit", gained(gains, Tally::credit))
                .param("carried", gained(gains, Tally::carried))
                .param("lent", gained(gains, Tally::lent))
                .param(
                        "caps",
                        texts(
                                gains,
                                gain -> gain.cap() == null ? null : gain.cap().toPlainString()))
                .param(
                        "told",
                        texts(
                                gains,
                                gain -> String.valueOf(Notice.bits(gain.after().told()))))
                .update();
    }

    Set<Value> seen(UUID license, Collection<Value> values) {
        return Set.copyOf(values(jdbc.sql(SEEN), license, values)
                .query((row, number) -> new Value(key(row), Sql.uuid(row, "value")))
                .list());
    }

    void addValues(UUID license, Collection<Value> values) {
        values(jdbc.sql(ADD_VALUES), license, values).update();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, UUID license, Collection<Value> values) {
        return statement
                .param("license", license)
                .param("meters", texts(values, value -> value.key().meter()))
                .param("starts", texts(values, value -> start(value.key())))
                .param("ends", texts(values, value -> end(value.key())))
                .param("values", texts(values, value -> value.value().toString()));
    }

    private static String[] gained(List<Gain> gains, java.util.function.Function<Tally, BigDecimal> part) {
        return texts(
                gains,
                gain -> part.apply(gain.after())
                        .subtract(part.apply(gain.before()))
                        .toPlainString());
    }

    static <T> String[] texts(Collection<T> rows, java.util.function.Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    static String start(Ledger.Key key) {
        return key.period().start().toString();
    }

    static String end(Ledger.Key key) {
        Instant end = key.period().end();
        return end == null ? "infinity" : end.toString();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Tally tally = new Tally(
                row.getBigDecimal("counted"),
                row.getBigDecimal("adjusted"),
                row.getBigDecimal("credit"),
                row.getBigDecimal("carried"),
                row.getBigDecimal("lent"),
                Notice.of(row.getInt("told")));
        return new Row(key(row), tally, Sql.instant(row, "updated_at"));
    }

    private static Ledger.Key key(ResultSet row) throws SQLException {
        OffsetDateTime end = row.getObject("period_end", OffsetDateTime.class);
        Period period = new Period(Sql.instant(row, "period_start"), end == null ? null : end.toInstant());
        return new Ledger.Key(row.getString("meter"), period);
    }
}
