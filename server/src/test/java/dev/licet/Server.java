package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A whole server in a process and a process group of its own, as a terminal starts it. */
public record Server(Process process, Path output, Path data) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Server start(Path data, String classPath, List<String> prefix) throws IOException {
        return start(data, classPath, prefix, List.of());
    }

    /** One of the user who runs the tests, with LICET_* variables of its own. */
    public static Server start(Path data, Map<String, String> settings) throws IOException {
        return start(data, System.getProperty("java.class.path"), List.of(), List.of(), settings);
    }

    static Server start(Path data, String classPath, List<String> prefix, List<String> flags) throws IOException {
        return start(data, classPath, prefix, flags, Map.of());
    }

    /**
     * Starts one.
     *
     * @param prefix words of the command line before it
     * @param flags of the JVM, besides those that {@code ./licet up} gives it
     */
    private static Server start(
            Path data, String classPath, List<String> prefix, List<String> flags, Map<String, String> settings)
            throws IOException {
        var output = Files.createTempFile("licet-server-", ".log");
        var words = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid"));
        words.addAll(prefix);
        words.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-cp", classPath));
        words.addAll(launcherFlags());
        words.add("-XX:TieredStopAtLevel=1");
        words.addAll(flags);
        words.add("dev.licet.Licet");
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LICET_"));
        builder.environment().put("LICET_DATA", data.toString());
        builder.environment().put("LICET_PORT", "0");
        builder.environment().putAll(settings);
        return new Server(builder.start(), output, data);
    }

    /** What customers run is what is tested. */
    private static List<String> launcherFlags() throws IOException {
        var script = "root=$1; state=$1/none; . \"$root/launcher/lib/app.sh\"; echo $jvm_flags";
        var process = new ProcessBuilder("sh", "-euc", script, "sh", System.getProperty("repository", "..")).start();
        var flags = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(flags).contains("-XX:+UseSerialGC");
        return List.of(flags.split("\\s+"));
    }

    public Server ready() throws Exception {
        eventually("a ready server", () -> said("Ctrl-C stops the server."));
        return this;
    }

    /** What stands behind a title of the welcome. */
    public String shown(String title) throws IOException {
        var line = Pattern.compile("(?m)^  " + title + " +(\\S+)$").matcher(text());
        assertThat(line.find()).as("%s in: %s", title, text()).isTrue();
        return line.group(1);
    }

    /** A client of it. */
    public Http http(String key) throws IOException {
        return new Http(URI.create(shown("API").replaceFirst("/v1$", ""))).withApiKey(key);
    }

    HttpResponse<String> get(String path, String key) throws Exception {
        return HTTP.send(request(path, key).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String key, String body) throws Exception {
        var request = request(path, key).header("Content-Type", "application/json");
        return HTTP.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String key) throws IOException {
        return HttpRequest.newBuilder(URI.create(shown("API") + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    public void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    /** It and its PostgreSQL at the same moment, as when the power goes. */
    public void killAll() throws Exception {
        var postgres = postmasters();
        process.destroyForcibly();
        postgres.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Ctrl-C: the terminal signals the whole process group. */
    void interrupt() throws Exception {
        new ProcessBuilder("sh", "-c", "kill -INT -" + process.pid()).start().waitFor();
    }

    int exit() throws Exception {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended: %s", text())
                .isTrue();
        return process.exitValue();
    }

    /** The processes that work on the data directory, the postmaster among them. */
    public List<ProcessHandle> postmasters() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info()
                        .arguments()
                        .map(a -> List.of(a).contains(data.resolve("postgres").toString()))
                        .orElse(false))
                .toList();
    }

    boolean said(String words) throws IOException {
        assertThat(process.isAlive() || text().contains(words)).as(text()).isTrue();
        return text().contains(words);
    }

    public String text() throws IOException {
        return Files.readString(output);
    }

    public static void eventually(String what, Callable<Boolean> condition) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as("waited too long for " + what).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    /** Whatever a failed test left. */
    public void clear() throws Exception {
        kill();
        postmasters().forEach(ProcessHandle::destroyForcibly);
        Files.deleteIfExists(output);
    }
}
