package dev.licet.testing;

import dev.licet.platform.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM, and in it as many databases as they want. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new and empty database. */
    public static TestDatabase create() {
        String name = "test" + COUNT.incrementAndGet();
        administer("create database " + name + " owner " + Running.POSTGRES.user());
        return new TestDatabase(name);
    }

    /** The settings with which a server uses it. */
    public Map<String, String> settings() {
        return Map.of(
                "LICET_MASTER_KEY", "a master key that every node on this database has",
                "LICET_DATABASE_URL", Running.POSTGRES.jdbcUrl().replaceFirst("/[^/]*$", "/" + name),
                "LICET_DATABASE_USER", Running.POSTGRES.user(),
                "LICET_DATABASE_PASSWORD", Running.POSTGRES.password());
    }

    /** Cuts all connections and takes no new one, or takes them again. */
    public void takeConnections(boolean allowed) {
        administer("alter database " + name + " allow_connections " + allowed);
        if (!allowed) {
            administer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        }
    }

    private static void administer(String sql) {
        EmbeddedPostgres postgres = Running.POSTGRES;
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Running {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path directory = Files.createTempDirectory("licet-test-");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres, Path directory) {
            postgres.close();
            try (var files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
