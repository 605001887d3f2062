package dev.licet.evidence;

import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code log_checkpoints}. */
@Repository
class CheckpointStore {
    static final String INSERT = """
            insert into log_checkpoints (log, seq, made_at, after_id, last_id, rows, previous, sha256, token)
            values (:log, :seq, :at, :after, :last, :rows, :previous, :sha256, :token)
            """;

    static final String LAST = "select * from log_checkpoints where log = :log order by seq desc limit 1";

    static final String LIST = """
            select * from log_checkpoints
            where log = :log and (:before::bigint is null or seq < :before)
            order by seq desc limit :limit
            """;

    static final String ALL = "select * from log_checkpoints where log = :log order by seq";

    /** When the oldest transaction began that may still write a row; now when there is none. */
    static final String QUIET_SINCE = """
            select coalesce(min(xact_start), clock_timestamp()) as since
            from pg_stat_activity
            where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()
            """;

    private final JdbcClient jdbc;

    CheckpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Checkpoint checkpoint) {
        jdbc.sql(INSERT)
                .param("log", checkpoint.log())
                .param("seq", checkpoint.seq())
                .param("at", Sql.time(checkpoint.madeAt()))
                .param("after", checkpoint.afterId())
                .param("last", checkpoint.lastId())
                .param("rows", checkpoint.rows())
                .param("previous", checkpoint.previous())
                .param("sha256", checkpoint.sha256())
                .param("token", checkpoint.token())
                .update();
    }

    Optional<Checkpoint> last(String log) {
        return jdbc.sql(LAST).param("log", log).query(CheckpointStore::read).optional();
    }

    List<Checkpoint> list(String log, @Nullable Long before, int limit) {
        return jdbc.sql(LIST)
                .param("log", log)
                .param("before", before)
                .param("limit", limit)
                .query(CheckpointStore::read)
                .list();
    }

    List<Checkpoint> all(String log) {
        return jdbc.sql(ALL).param("log", log).query(CheckpointStore::read).list();
    }

    /** Since when, by the database's clock, no transaction has been running. */
    long quietSinceMillis() {
        return jdbc.sql(QUIET_SINCE)
                .query((row, number) -> Sql.instant(row, "since").toEpochMilli())
                .single();
    }

    private static Checkpoint read(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getString("log"),
                row.getLong("seq"),
                Sql.instant(row, "made_at"),
                Sql.uuid(row, "after_id"),
                Sql.uuid(row, "last_id"),
                row.getLong("rows"),
                row.getString("previous"),
                row.getString("sha256"),
                row.getString("token"));
    }
}
