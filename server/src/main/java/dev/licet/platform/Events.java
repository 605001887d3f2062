package dev.licet.platform;

import dev.licet.core.id.Uuid7;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The one record of every change, written in the transaction that makes the change. */
@Component
public class Events {
    static final String INSERT = """
            insert into events (id, at, type, subject, actor, reason, request_id, before, after)
            values (:id, :at, :type, :subject, :actor, :reason, :request, :before::jsonb, :after::jsonb)
            """;

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final JsonMapper json;

    Events(JdbcClient jdbc, InstantSource time, JsonMapper json) {
        this.jdbc = jdbc;
        this.time = time;
        this.json = json;
    }

    /**
     * Records one change.
     *
     * @param type what happened, like {@code license.suspended}
     * @param subject the id of what it happened to
     * @param before the subject as it was, null when it is new; never with a secret in it, as {@code after}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            Caller by,
            String type,
            String subject,
            @Nullable String reason,
            @Nullable Object before,
            @Nullable Object after) {
        jdbc.sql(INSERT)
                .param("id", Uuid7.next())
                .param("at", Sql.time(time.instant()))
                .param("type", type)
                .param("subject", subject)
                .param("actor", by.actor())
                .param("reason", reason)
                .param("request", by.requestId())
                .param("before", written(before))
                .param("after", written(after))
                .update();
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
