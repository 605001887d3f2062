package dev.licet.examples.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A licence server in sandbox mode, as a process of its own, with a product whose plan has floating seats and a metered feature. */
final class RealServer implements AutoCloseable {
    private static final String KEY = "let-me-in";

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private RealServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RealServer start(Path data) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlicet.postgres.binaries=" + System.getProperty("licet.postgres.binaries"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.licet.Licet")
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "LICET_MODE",
                        "sandbox",
                        "LICET_API_KEY",
                        KEY,
                        "LICET_PORT",
                        String.valueOf(port),
                        "LICET_DATA",
                        data.toString()));
        RealServer server = new RealServer(builder.start(), port);
        server.awaitReady();
        return server;
    }

    String url() {
        return "http://localhost:" + port;
    }

    String keys() {
        return send("GET", "/.well-known/jwks.json", null);
    }

    /** What a call of the vendor's answers. */
    Map<String, @Nullable Object> call(String method, String path, @Nullable String body) {
        String answer = send(method, path, body);
        return answer.isEmpty() ? Map.of() : Json.parseObject(answer);
    }

    /** The sandbox's clock, and the machine's. */
    void advance(String span) {
        call("PUT", "/v1/sandbox/clock", "{\"advance\":\"" + span + "\"}");
    }

    String send(String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader(UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Licet is ready.")) {
                Thread drain = new Thread(() -> lines.lines().forEach(each -> {}), "server's log");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IllegalStateException("The server does not start:\n" + said);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
