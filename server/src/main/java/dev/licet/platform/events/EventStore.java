package dev.licet.platform.events;

import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EventStore {
    static final Where EVENTS = Where.list(
                    "select id, at, type, subject, actor, reason, request_id, before, after from events", "id")
            .filter("subject", "subject = :subject")
            .filter("type", "type = :type")
            .filter("actor", "actor = :actor");

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> list(@Nullable String subject, @Nullable String type, @Nullable String actor, Paging paging) {
        return EVENTS.with("subject", subject)
                .with("type", type)
                .with("actor", actor)
                .page(jdbc, paging)
                .query((row, i) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.uuid(row, "id"),
                Sql.instant(row, "at"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("request_id"),
                row.getString("before"),
                row.getString("after"));
    }

    record Row(
            UUID id,
            Instant at,
            String type,
            String subject,
            String actor,
            @Nullable String reason,
            String requestId,
            @Nullable String before,
            @Nullable String after) {}
}
