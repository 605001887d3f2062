package dev.licet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final String SECRET = "7HQ2M4X-K9PW3TZ-B5RC8DN-J6VF1GY";

    /** Everything that a server writes while something is done, to the console as a person or a collector sees it. */
    private static String output(Map<String, String> settings, java.util.function.Consumer<Http> work) {
        PrintStream console = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (TestServer server = TestServer.start(settings)) {
            work.accept(server.http());
        } finally {
            System.setOut(console);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private static void useKeysEverywhere(Http http) {
        for (Http as : List.of(
                http, http.withLicense(SECRET), http.withApiKey(SECRET), http.with("Idempotency-Key", SECRET))) {
            for (String path :
                    List.of("/probe/everything", "/v1/events", "/v1/licenses/validate", "/v1/licenses/" + SECRET)) {
                as.post(path, Map.of("key", SECRET));
                as.post(path, Map.of("text", SECRET, "kind", SECRET));
                as.get(path + "?q=" + SECRET);
                as.get(path + "?" + SECRET + "=1");
                as.send("POST", path, "application/json", SECRET.getBytes(StandardCharsets.UTF_8));
                as.send("POST", path, SECRET, SECRET.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void noKeyEverStandsInTheLog() {
        String log = output(Map.of(), LogTest::useKeysEverywhere);
        assertThat(log).contains("POST /probe/everything").doesNotContain(SECRET, TestServer.API_KEY);
    }

    @Test
    void aLineNamesRequestStatusTimeAndActor() {
        String log =
                output(Map.of(), http -> http.with("X-Request-Id", "findme").get("/v1/events?type=x"));
        assertThat(log).containsPattern("findme .* GET /v1/events 200 \\d+ ms key_[0-9a-z]{26}");
    }

    @Test
    void jsonIsOneObjectPerLine() {
        String log = output(Map.of("LICET_LOG", "json"), http -> {
            http.with("X-Request-Id", "findme").get("/v1/events");
            http.get("/probe/broken");
            useKeysEverywhere(http);
        });
        assertThat(log).doesNotContain(SECRET, TestServer.API_KEY);
        List<?> lines = log.lines().map(dev.licet.core.json.Json::parse).toList();
        assertThat(lines)
                .anySatisfy(line -> assertThat((Map<?, ?>) line)
                        .satisfies(
                                members -> assertThat(members.get("requestId")).isEqualTo("findme"))
                        .satisfies(members -> assertThat(members.get("path")).isEqualTo("/v1/events"))
                        .satisfies(members -> assertThat(String.valueOf(members.get("status")))
                                .isEqualTo("200")));
    }
}
