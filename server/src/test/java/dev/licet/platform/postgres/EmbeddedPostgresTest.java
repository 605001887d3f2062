package dev.licet.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on real files: what one start makes, and what the next one finds after every way to die. */
class EmbeddedPostgresTest {
    @TempDir
    static Path shared;

    // Made once: initdb takes seconds.
    private static Path template;

    private final List<EmbeddedPostgres> running = new ArrayList<>();

    @TempDir
    Path temporary;

    private Path data;

    @BeforeAll
    static void make() {
        template = shared.resolve("template");
        try (var postgres = EmbeddedPostgres.start(template)) {
            assertThat(postgres.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @BeforeEach
    void copy() throws IOException {
        data = temporary.resolve("data dir");
        try (var files = Files.walk(template)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, data.resolve(template.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterEach
    void stop() {
        running.forEach(EmbeddedPostgres::close);
    }

    @Test
    void keepsDataOverARestart() throws Exception {
        var first = start();
        run(first, "CREATE TABLE kept(n int)", "INSERT INTO kept VALUES (42)");
        first.close();

        assertThat(ask(start(), "SELECT n FROM kept")).isEqualTo("42");
    }

    @Test
    void isDurableLocalAndUnprivileged() throws Exception {
        var postgres = start();

        assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Files.readAllLines(cluster().resolve("postmaster.pid")).get(4))
                .as("Unix socket")
                .isEmpty();
        assertThat(ask(postgres, "SHOW log_statement")).isEqualTo("none");
        assertThat(ask(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(ask(postgres, "SELECT concat(datlocprovider, datlocale) FROM pg_database WHERE datname = 'licet'"))
                .isEqualTo("bC.UTF-8");
    }

    @Test
    void asksForThePassword() {
        var postgres = start();

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsThePasswordFromOtherUsers() throws Exception {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres"))))
                .isEqualTo("rwx------");
        assertThat(data.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void refusesASecondStartOnTheSameDirectory() throws Exception {
        var first = start();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining(data.toString());
        }
        assertThat(ask(first, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void healsAPostgresThatIsKilledWhileItRuns() throws Exception {
        var postgres = start();
        run(postgres, "CREATE TABLE kept(n int)", "INSERT INTO kept VALUES (42)");
        kill(postmaster());

        assertThat(eventually(() -> ask(postgres, "SELECT n FROM kept"))).isEqualTo("42");
    }

    @Test
    void takesOverThePostgresOfAKilledServer() throws Exception {
        var orphan = orphan();

        var postgres = start();

        assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        assertThat(postmaster()).isNotEqualTo(orphan);
        assertThat(new Postmaster(cluster(), orphan).runs()).isFalse();
    }

    @Test
    void startsAfterServerAndPostgresWereKilledTogether() throws Exception {
        var orphan = orphan();
        kill(orphan);

        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void startsWhenTheOldProcessNumberBelongsToAStranger() throws Exception {
        var pid = ProcessHandle.current().pid();
        Files.writeString(
                cluster().resolve("postmaster.pid"),
                pid + "\n" + cluster() + "\n1700000000\n5432\n\n127.0.0.1\n  1234567         0\nready\n");

        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void startsAfterACrashInTheFirstStart() throws Exception {
        Trees.delete(cluster());
        Files.createDirectories(data.resolve("postgres.new/cluster/base"));

        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void saysWhichDirectoryIsDamaged() throws Exception {
        Files.delete(cluster().resolve("global/pg_control"));

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining("pg_control")
                .hasMessageContaining("restore a backup");
        Files.delete(data.resolve("postgres.password"));
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("postgres.password");
    }

    @Test
    void saysWhenTheDirectoryCannotBeMade() throws Exception {
        data = Files.createFile(temporary.resolve("file")).resolve("data");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining("Not a directory");
    }

    @Test
    void leavesNothingWhenAllIsClosedInTheMiddleOfAStart() throws Exception {
        var shared = "-D" + Binaries.SHARED + "=" + System.getProperty(Binaries.SHARED);
        var words = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                shared,
                ClosedMidway.class.getName(),
                data.toString());

        var ended = new ProcessBuilder(words).inheritIO().start().waitFor();

        assertThat(ended).isZero();
        assertThat(Postmaster.of(cluster()).filter(Postmaster::runs)).isEmpty();
    }

    private EmbeddedPostgres start() {
        var postgres = EmbeddedPostgres.start(data);
        running.add(postgres);
        return postgres;
    }

    /** Leaves a PostgreSQL as a killed server does. */
    private long orphan() throws IOException {
        var account = Account.of(data, cluster());
        var started = new Cluster(data, Binaries.in(data), account).start(Port.free());
        assertThat(started.ok()).as(started.output()).isTrue();
        return postmaster();
    }

    private Path cluster() {
        return data.resolve("postgres");
    }

    private long postmaster() throws IOException {
        return Postmaster.of(cluster()).orElseThrow().pid();
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private static void run(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private interface Question {
        String ask() throws SQLException;
    }

    private static String eventually(Question question) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            try {
                return question.ask();
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
