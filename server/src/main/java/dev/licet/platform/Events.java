package dev.licet.platform;

import dev.licet.core.id.Uuid7;
import java.time.InstantSource;
import java.util.SequencedMap;
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

    static final String INSERT_MANY = """
            insert into events (id, at, type, subject, actor, request_id, after)
            select e.id, :at, :type, e.subject, :actor, :request, e.after::jsonb
            from unnest(:ids::uuid[], :subjects::text[], :afters::text[]) e (id, subject, after)
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

    /** Records that many things are new, as {@link #record} does of each, with what they are by subject. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordNew(Caller by, String type, SequencedMap<String, ?> subjects) {
        jdbc.sql(INSERT_MANY)
                .param("at", Sql.time(time.instant()))
                .param("type", type)
                .param("actor", by.actor())
                .param("request", by.requestId())
                .param(
                        "ids",
                        subjects.keySet().stream()
                                .map(s -> Uuid7.next().toString())
                                .toArray(String[]::new))
                .param("subjects", subjects.keySet().toArray(String[]::new))
                .param("afters", subjects.values().stream().map(this::written).toArray(String[]::new))
                .update();
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
