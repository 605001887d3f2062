package dev.licet.metering;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.licet.core.id.TypeId;
import dev.licet.licensing.UsageBalance;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The single events as they were counted, and what staff corrected. */
@Repository
class UsageLogStore {
    static final Where EVENTS = Where.list("select e.* from usage_events e", "e.id")
            .always("e.license_id = :license")
            .filter("meter", "e.meter = :meter")
            .filter("since", "e.at >= :since")
            .filter("until", "e.at < :until");

    static final Where ADJUSTMENTS = Where.list("select a.* from usage_adjustments a", "a.id")
            .always("a.license_id = :license")
            .filter("meter", "a.meter = :meter");

    static final String INSERT_ADJUSTMENT = """
            insert into usage_adjustments (id, license_id, meter, kind, quantity, reason, at, recorded_at, actor, request_id)
            values (:id, :license, :meter, :kind, :quantity, :reason, :at, :now, :actor, :request)
            """;

    private final JdbcClient jdbc;

    UsageLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event that counts.
     *
     * @param source who gave the id; empty for the licensed program
     * @param charge credits that the pool paid for it
     * @param flag what it was flagged with
     * @param origin who reported it
     */
    @Schema(name = "CountedEvent")
    record Event(
            String id,
            String source,
            String meter,
            String quantity,
            Instant at,

            @Schema(type = "object") @JsonRawValue String dimensions,

            @Nullable String pool,
            @Nullable String charge,
            @Nullable String flag,
            Instant recordedAt,
            String origin) {}

    /** An event with the id of its row, which orders the list. */
    record Row(UUID id, Event event) {}

    /**
     * What staff corrected or topped up.
     *
     * @param kind usage corrects what was used, credit what there is to use
     */
    @Schema(name = "UsageAdjustment")
    record Adjustment(
            TypeId id,
            String meter,
            String kind,
            String quantity,
            String reason,
            Instant at,
            Instant recordedAt,
            String actor) {}

    List<Row> events(
            UUID license, @Nullable String meter, @Nullable Instant since, @Nullable Instant until, Paging paging) {
        return EVENTS.with("license", license)
                .with("meter", meter)
                .with("since", Sql.timeOrNull(since))
                .with("until", Sql.timeOrNull(until))
                .page(jdbc, paging)
                .query(UsageLogStore::event)
                .list();
    }

    List<Adjustment> adjustments(UUID license, @Nullable String meter, Paging paging) {
        return ADJUSTMENTS
                .with("license", license)
                .with("meter", meter)
                .page(jdbc, paging)
                .query(UsageLogStore::adjustment)
                .list();
    }

    void insert(UUID license, Adjustment adjustment, BigDecimal quantity, String requestId) {
        jdbc.sql(INSERT_ADJUSTMENT)
                .param("id", adjustment.id().uuid())
                .param("license", license)
                .param("meter", adjustment.meter())
                .param("kind", adjustment.kind())
                .param("quantity", quantity)
                .param("reason", adjustment.reason())
                .param("at", Sql.time(adjustment.at()))
                .param("now", Sql.time(adjustment.recordedAt()))
                .param("actor", adjustment.actor())
                .param("request", requestId)
                .update();
    }

    private static Row event(ResultSet row, int number) throws SQLException {
        BigDecimal charge = row.getBigDecimal("charge");
        Event event = new Event(
                row.getString("event_id"),
                row.getString("source"),
                row.getString("meter"),
                UsageBalance.text(row.getBigDecimal("quantity")),
                Sql.instant(row, "at"),
                row.getString("dimensions"),
                row.getString("pool"),
                charge == null ? null : UsageBalance.text(charge),
                row.getString("flag"),
                Sql.instant(row, "recorded_at"),
                row.getString("origin"));
        return new Row(Sql.uuid(row, "id"), event);
    }

    private static Adjustment adjustment(ResultSet row, int number) throws SQLException {
        return new Adjustment(
                new TypeId("adj", Sql.uuid(row, "id")),
                row.getString("meter"),
                row.getString("kind"),
                UsageBalance.text(row.getBigDecimal("quantity")),
                row.getString("reason"),
                Sql.instant(row, "at"),
                Sql.instant(row, "recorded_at"),
                row.getString("actor"));
    }
}
