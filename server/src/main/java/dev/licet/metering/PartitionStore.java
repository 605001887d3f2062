package dev.licet.metering;

import dev.licet.platform.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partitions of {@code usage_events}, one for each month of UTC. */
@Repository
class PartitionStore {
    static final String MAKE = "select count(usage_partition(:moment))";

    static final String DROP = "select usage_retention(:moment)";

    private final JdbcClient jdbc;

    PartitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the partition of a moment, unless it is there. */
    void make(Instant moment) {
        jdbc.sql(MAKE).param("moment", Sql.time(moment)).query(Long.class).single();
    }

    /** Drops what was recorded in months that ended before a moment, and says which. */
    List<String> drop(Instant moment) {
        return jdbc.sql(DROP)
                .param("moment", Sql.time(moment))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
