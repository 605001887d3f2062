package dev.licet.platform.clock;

import dev.licet.platform.DueWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs all due work, on one node at a time: whoever holds PostgreSQL's advisory lock. The lock lives on a connection of its
 * own, so that a node that dies loses it.
 */
@Component
class DueWorks {
    private static final Logger LOG = LoggerFactory.getLogger(DueWorks.class);
    private static final long LOCK = 0x11ce7_d0e;

    private final List<DueWork> works;
    private final DataSource database;
    private final InstantSource time;

    DueWorks(ObjectProvider<DueWork> works, DataSource database, InstantSource time) {
        this.works = works.orderedStream().toList();
        this.database = database;
        this.time = time;
    }

    /** Runs everything now, after whoever is at it has finished. */
    void run() {
        locked("select pg_advisory_lock(?)");
    }

    @Scheduled(fixedDelay = 5000, initialDelay = 5000)
    void tick() {
        try {
            locked("select pg_try_advisory_lock(?)");
        } catch (RuntimeException e) {
            LOG.warn("Due work could not be done; it is tried again in a few seconds", e);
        }
    }

    private void locked(String lock) {
        try (Connection connection = database.getConnection()) {
            if (call(connection, lock)) {
                try {
                    runAll();
                } finally {
                    call(connection, "select pg_advisory_unlock(?)");
                }
            }
        } catch (SQLException e) {
            throw new org.springframework.dao.DataAccessResourceFailureException("No lock for due work", e);
        }
    }

    /** One that fails does not keep the others from running. */
    private void runAll() {
        if (time instanceof SandboxClock clock) {
            clock.refresh();
        }
        RuntimeException first = null;
        for (DueWork work : works) {
            try {
                work.run(time.instant());
            } catch (RuntimeException e) {
                LOG.error("{} failed", work.getClass().getSimpleName(), e);
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static boolean call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && !(result.getObject(1) instanceof Boolean got && !got);
            }
        }
    }
}
