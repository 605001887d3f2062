package dev.licet.access;

import static dev.licet.platform.Sql.time;

import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sessions, in which only the keyed hash of what the browser holds stands. */
@Component
class SessionStore {
    static final String INSERT = """
            insert into staff_sessions (id, staff_id, hash, made_at, seen_at, ends_at, address, agent)
            values (:id, :staff, :hash, :now, :now, :ends, :address, :agent)
            """;

    /** With whom it is, and what the vendor's own roles of that person allow. */
    static final String RECOGNISE = """
            select s.id as session_id, s.seen_at, s.ends_at, m.*,
                   array(select distinct unnest(r.scopes) from roles r where r.code = any(m.roles)) as scopes
            from staff_sessions s join staff m on m.id = s.staff_id
            where s.hash = :hash and s.ended_at is null and s.ends_at > :now and s.seen_at > :idle and m.disabled_at is null
            """;

    static final String SEEN = "update staff_sessions set seen_at = :now where id = :id and ended_at is null";

    static final String END = """
            update staff_sessions set ended_at = :now where id = :id and staff_id = :staff and ended_at is null
            """;

    static final String END_ALL = """
            update staff_sessions set ended_at = :now
            where staff_id = :staff and ended_at is null and id is distinct from :except::uuid
            """;

    static final String LIST = """
            select * from staff_sessions
            where staff_id = :staff and ended_at is null and ends_at > :now and seen_at > :idle
            order by id desc
            """;

    static final String PURGE = "delete from staff_sessions where ends_at < :before";

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session that still runs, and who is in it. */
    record Recognised(UUID id, Instant seenAt, Instant endsAt, StaffMember member, List<String> scopes) {}

    void insert(UUID id, UUID staff, byte[] hash, Instant now, Instant ends, String address, @Nullable String agent) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("staff", staff)
                .param("hash", hash)
                .param("now", time(now))
                .param("ends", time(ends))
                .param("address", address)
                .param("agent", agent)
                .update();
    }

    /** @param idle sessions that were not seen since then have ended */
    Optional<Recognised> recognise(byte[] hash, Instant now, Instant idle) {
        return jdbc.sql(RECOGNISE)
                .param("hash", hash)
                .param("now", time(now))
                .param("idle", time(idle))
                .query(SessionStore::recognised)
                .optional();
    }

    void seen(UUID id, Instant now) {
        jdbc.sql(SEEN).param("id", id).param("now", time(now)).update();
    }

    boolean end(UUID id, UUID staff, Instant now) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("staff", staff)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    int endAll(UUID staff, @Nullable UUID except, Instant now) {
        return jdbc.sql(END_ALL)
                .param("staff", staff)
                .param("except", except)
                .param("now", time(now))
                .update();
    }

    List<SessionRecord> list(UUID staff, Instant now, Instant idle) {
        return jdbc.sql(LIST)
                .param("staff", staff)
                .param("now", time(now))
                .param("idle", time(idle))
                .query((row, n) -> new SessionRecord(
                        Sql.uuid(row, "id"),
                        Sql.instant(row, "made_at"),
                        Sql.instant(row, "seen_at"),
                        Sql.instant(row, "ends_at"),
                        row.getString("address"),
                        row.getString("agent")))
                .list();
    }

    void purge(Instant before) {
        jdbc.sql(PURGE).param("before", time(before)).update();
    }

    private static Recognised recognised(ResultSet row, int number) throws SQLException {
        return new Recognised(
                Sql.uuid(row, "session_id"),
                Sql.instant(row, "seen_at"),
                Sql.instant(row, "ends_at"),
                StaffStore.read(row, number),
                List.of((String[]) row.getArray("scopes").getArray()));
    }
}
