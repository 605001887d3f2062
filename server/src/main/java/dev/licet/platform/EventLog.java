package dev.licet.platform;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the record of changes that {@link Events} writes, newest first. */
@Repository
public class EventLog {
    private static final String SELECT =
            "select id, at, type, subject, actor, reason, request_id, before, after from events\n";

    static final Where EVENTS = Where.list(SELECT, "id")
            .filter("subject", "subject = :subject")
            .filter("type", "type = :type")
            .filter("actor", "actor = :actor");

    /** A row as one line of JSON, the same for ever: jsonb has one form of text, and times are written in UTC. */
    private static final String LINE = """
            jsonb_build_object(
                'id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'type', e.type,
                'subject', e.subject, 'actor', e.actor, 'reason', e.reason, 'requestId', e.request_id,
                'before', e.before, 'after', e.after)::text as line
            """;

    static final String SECTION = """
            select count(*) as rows, (array_agg(s.id order by s.id desc))[1] as last,
                   encode(sha256(convert_to(
                       concat_ws(E'\\n', :previous::text, string_agg(s.line, E'\\n' order by s.id)), 'UTF8')), 'hex') as sha256
            from (
                select e.id,
            """ + LINE + """
                from events e where e.id > :after and e.id <= :upTo order by e.id limit :limit) s
            """;

    static final String LINES = "select" + " " + LINE + "from events e where e.subject = :subject order by e.id";

    static final String SPAN = SELECT + """
            where subject = :subject and type = any(:types) and at > :after and at <= :until
            order by id
            """;

    static final String LATEST = SELECT + """
            where subject = :subject and at <= :until and after ->> :member is not null
            order by id desc limit 1
            """;

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change as it is answered. */
    @Schema(name = "Event")
    public record Event(
            TypeId id,
            Instant at,
            String type,
            String subject,
            String actor,
            @Nullable String reason,
            String requestId,

            @Schema(type = "object", nullable = true) @JsonRawValue @Nullable String before,

            @Schema(type = "object", nullable = true) @JsonRawValue @Nullable String after) {}

    /** Null leaves a filter out. */
    public Page<Event> page(@Nullable String subject, @Nullable String type, @Nullable String actor, Paging paging) {
        List<Event> rows = EVENTS.with("subject", subject)
                .with("type", type)
                .with("actor", actor)
                .page(jdbc, paging)
                .query((row, number) -> event(row))
                .list();
        return Page.of(rows, paging, event -> event.id().uuid(), event -> event);
    }

    /** What of these types happened to a subject later than {@code after} and not later than {@code until}, in its order. */
    public List<Event> span(String subject, List<String> types, Instant after, Instant until) {
        return jdbc.sql(SPAN)
                .param("subject", subject)
                .param("types", types.toArray(String[]::new))
                .param("after", Sql.time(after))
                .param("until", Sql.time(until))
                .query((row, number) -> event(row))
                .list();
    }

    /** The last event not later than {@code until} that says, of a member of that name, what it became. */
    public Optional<Event> latest(String subject, String member, Instant until) {
        return jdbc.sql(LATEST)
                .param("subject", subject)
                .param("member", member)
                .param("until", Sql.time(until))
                .query((row, number) -> event(row))
                .optional();
    }

    /** The rows after one id up to another, at most so many, in one digest that continues the previous one. */
    public LogSection section(UUID after, UUID upTo, String previous, long limit) {
        return jdbc.sql(SECTION)
                .param("after", after)
                .param("upTo", upTo)
                .param("previous", previous)
                .param("limit", limit)
                .query((row, number) ->
                        new LogSection(row.getObject("last", UUID.class), row.getLong("rows"), row.getString("sha256")))
                .single();
    }

    /** All that happened to a subject, in its order, each as the line of JSON that its digest is made of. */
    public List<String> lines(String subject) {
        return jdbc.sql(LINES)
                .param("subject", subject)
                .query((row, number) -> row.getString("line"))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        return new Event(
                new TypeId("evt", id),
                Sql.instant(row, "at"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("request_id"),
                row.getString("before"),
                row.getString("after"));
    }
}
