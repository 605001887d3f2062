package dev.licet.licensing;

import dev.licet.platform.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places in the table {@code devices} that are kept without heartbeats. */
@Repository
class OfflinePlaceStore {
    /** A heartbeat that was told stays when it holds the place for longer. */
    static final String KEEP = """
            update devices
            set heartbeat_at = greatest(heartbeat_at, :at), heartbeat_due = greatest(heartbeat_due, :until)
            where id = :id and released_at is null and heartbeat_due is not null
            """;

    private final JdbcClient jdbc;

    OfflinePlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID device, Instant at, Instant until) {
        jdbc.sql(KEEP)
                .param("id", device)
                .param("at", Sql.time(at))
                .param("until", Sql.time(until))
                .update();
    }
}
