package dev.licet.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.key.LicenseKey;
import dev.licet.sdk.LicetClient;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the walk of a guide, command by command, with a server and programs that are processes of their own, and holds what
 * they print against what the guide says. Only the launchers are others, since the classes are built already, and the port
 * and the folder, since the usual ones may be taken.
 */
@Timeout(600)
abstract class GuideTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("repository", "../.."));
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /**
     * Takes the walk.
     *
     * @param name of the guide, and of the folder below /tmp that it uses
     * @param least how many blocks it has at least
     */
    void walk(String name, int least) throws Exception {
        int port = freePort();
        launchers(name);
        Map<String, String> environment =
                Map.of("LICET_PORT", String.valueOf(port), "NOTES_SERVER", "http://localhost:" + port);
        try (Window server = Window.open(folder, environment);
                Window vendor = Window.open(folder, environment);
                Window user = Window.open(folder, environment);
                Window colleague = Window.open(folder, environment)) {
            Walk walk = new Walk(
                    Map.of("server", server, "vendor", vendor, "user", user, "colleague", colleague),
                    text -> text.replace("localhost:8080", "localhost:" + port)
                            .replace("/tmp/" + name, folder.resolve(name).toString()),
                    this::pressCtrlC);
            Guide guide = Guide.read(REPOSITORY.resolve("docs/guide/" + name + ".md"));
            assertThat(guide.blocks()).hasSizeGreaterThan(least);
            for (Guide.Block block : guide.blocks()) {
                walk.step(block);
            }
        }
    }

    /** In the places of the guide's own. Each becomes the program, so that signals reach it. */
    private void launchers(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        launcher(
                "licet",
                "echo $$ > " + folder.resolve("server.pid"),
                "exec " + JAVA + "-Xmx512m --enable-native-access=ALL-UNNAMED -Dlicet.postgres.binaries="
                        + System.getProperty("licet.postgres.binaries") + " -cp "
                        + System.getProperty("java.class.path") + " dev.licet.Licet");
        String own = Stream.of(Notes.class, LicetClient.class, LicenseKey.class)
                .map(GuideTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        launcher("examples/notes/notes", "exec " + JAVA + "-cp " + own + " dev.licet.examples.notes.Notes \"$@\"");
    }

    private void launcher(String name, String... commands) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(
                file, Stream.concat(Stream.of("#!/bin/sh"), Stream.of(commands)).toList());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A shell without a terminal starts what it starts deaf to Ctrl-C; a server stops at SIGTERM in the same way. */
    private void pressCtrlC() {
        try {
            long pid = Long.parseLong(
                    Files.readString(folder.resolve("server.pid")).strip());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            server.destroy();
            server.onExit().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The server does not stop", e);
        }
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
