package dev.licet.bench;

import dev.licet.core.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real server in a process of its own, on a data directory of its own, with its own embedded PostgreSQL. */
final class Target implements AutoCloseable {
    static final String API_KEY = "licet_bench_key_of_a_server_that_lives_for_minutes";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path data;
    private final Path log;
    private final int port;

    private Target(Process process, Path data, Path log, int port) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    static Path freshData() throws IOException {
        Path parent = Files.createTempDirectory("licet-bench-");
        // PostgreSQL may run as another user, who has to get in.
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        return parent.resolve("data");
    }

    /** Starts one, and returns when it answers. */
    static Target start(Path data, List<String> java) throws IOException, InterruptedException {
        int port = freePort();
        Path log = data.resolveSibling("server.log");
        ProcessBuilder builder = new ProcessBuilder(java).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("LICET_"));
        builder.environment()
                .putAll(Map.of(
                        "LICET_DATA", data.toString(),
                        "LICET_PORT", Integer.toString(port),
                        "LICET_API_KEY", API_KEY));
        Target target = new Target(builder.start(), data, log, port);
        Runtime.getRuntime().addShutdownHook(new Thread(target::stop));
        target.awaitReady();
        return target;
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                if (HTTP.send(request("/readyz").build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("The server does not start:\n" + Files.readString(log), e);
                }
            }
            Thread.sleep(5);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Calls the server's API and expects a good answer. */
    Map<String, @Nullable Object> post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    Map<String, @Nullable Object> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    Map<String, @Nullable Object> patch(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + API_KEY);
    }

    private static Map<String, @Nullable Object> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return Json.parse(answer.body()) instanceof Map<?, ?> ? Json.parseObject(answer.body()) : Map.of();
    }

    /** The memory of the server's process that is in use, in bytes; without PostgreSQL. */
    long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        return 0;
    }

    long pid() {
        return process.pid();
    }

    Path data() {
        return data;
    }

    /** Ends the server as Ctrl-C does. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        List<Path> files = new ArrayList<>();
        try (var walk = Files.walk(data.getParent())) {
            walk.forEach(files::add);
        }
        for (Path each : files.reversed()) {
            Files.delete(each);
        }
    }
}
