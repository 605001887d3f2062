package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a whole process, killed in every way, by the user who runs the tests and by an ordinary one. */
class ServerProcessTest {
    private static final int NOBODY = 65_534;
    private static final String PRODUCT = "{\"code\":\"kept\",\"name\":\"Kept\",\"kind\":\"software\"}";

    private final List<Server> servers = new ArrayList<>();

    @TempDir
    Path temporary;

    @BeforeAll
    static void needsLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Process groups are made with setsid of Linux");
    }

    @AfterEach
    void stop() throws Exception {
        for (var server : servers) {
            server.clear();
        }
    }

    @Test
    void keepsWhatItAcknowledgedThroughEveryDeath() throws Exception {
        var first = start().ready();
        var key = first.shown("API key");
        assertThat(first.post("/products", key, PRODUCT).statusCode()).isEqualTo(201);
        first.kill();
        assertThat(first.postmasters()).as("the orphan").hasSize(1);

        var second = start().ready();
        assertThat(second.text()).doesNotContain("API key");
        assertKept(second, key);
        second.postmasters().forEach(ProcessHandle::destroyForcibly);
        Server.eventually(
                "PostgreSQL again", () -> second.get("/products/kept", key).statusCode() == 200);

        second.kill();
        second.postmasters().forEach(ProcessHandle::destroyForcibly);
        var third = start().ready();
        assertKept(third, key);
        refusesASecondOne(third);
        stopsOnCtrlC(third);
    }

    @Test
    void runsAsAnOrdinaryUser() throws Exception {
        assumeTrue(
                new UnixSystem().getUid() == 0, "Only root can become another user; the other tests ran as this one");
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        assumeTrue(asOrdinary(java, "-version") == 0, "The JDK is out of an ordinary user's reach");
        var classPath = reachableClassPath();
        own(Files.createDirectory(data()));
        own(temporary);

        var server = started(Server.start(data(), classPath, ordinary())).ready();

        assertThat(server.get("/products", server.shown("API key")).statusCode())
                .isEqualTo(200);
        assertThat(server.postmasters())
                .isNotEmpty()
                .allMatch(p -> p.info().user().orElse("").equals("nobody"));
        stopsOnCtrlC(server);
    }

    private void refusesASecondOne(Server running) throws Exception {
        var second = start();

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.text().lines().filter(line -> line.startsWith("A Licet server")))
                .singleElement()
                .asString()
                .contains("pid " + running.process().pid())
                .contains(data().toString());
        assertThat(second.text()).doesNotContain("Exception", "\tat ");
    }

    private static void stopsOnCtrlC(Server server) throws Exception {
        server.interrupt();

        assertThat(server.exit()).isEqualTo(130);
        assertThat(server.text()).doesNotContain("Exception", "\tat ");
        Server.eventually("no process", () -> server.postmasters().isEmpty());
    }

    private static void assertKept(Server server, String key) throws Exception {
        assertThat(server.get("/products/kept", key).body()).contains("\"Kept\"");
    }

    private Server start() throws IOException {
        return started(Server.start(data(), System.getProperty("java.class.path"), List.of()));
    }

    private Server started(Server server) {
        servers.add(server);
        return server;
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private static List<String> ordinary() {
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    private static int asOrdinary(String... command) throws Exception {
        var words = new ArrayList<>(ordinary());
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Root's local repository is closed to others. */
    private String reachableClassPath() throws IOException {
        var copies = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var copy = temporary.resolve(
                    "lib-" + copies.size() + "-" + Path.of(entry).getFileName());
            copy(Path.of(entry), copy);
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        file.equals(from)
                                ? to
                                : to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }
}
