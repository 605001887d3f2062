package dev.licet.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Http;
import dev.licet.testing.TestDatabase;
import dev.licet.testing.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void itIsAliveAndReady() {
        Http http = TestServer.shared().http().anonymous();
        assertThat(http.get("/livez").expect(200).text("/status")).isEqualTo("ok");
        assertThat(http.get("/readyz").expect(200).text("/status")).isEqualTo("ok");
    }

    @Test
    void withoutItsDatabaseItIsAliveButNotReadyAndRecovers() {
        TestDatabase database = TestDatabase.create();
        try (TestServer server = TestServer.on(database, Map.of())) {
            Http http = server.http().anonymous();
            database.takeConnections(false);
            http.get("/livez").expect(200);
            assertThat(http.get("/readyz").problem(503, "UNAVAILABLE").header("Retry-After"))
                    .isNotNull();
            assertThat(http.get("/v1/events").problem(503, "UNAVAILABLE").header("Retry-After"))
                    .isNotNull();
            http.with("Idempotency-Key", "k").post("/probe/changes", Map.of()).problem(503, "UNAVAILABLE");
            database.takeConnections(true);
            Instant deadline = Instant.now().plusSeconds(30);
            while (http.get("/readyz").status() != 200) {
                assertThat(Instant.now()).isBefore(deadline);
            }
            server.http().get("/v1/events").expect(200);
        }
    }

    @Test
    void metricsAreForPrometheusAndTellOfRequestsPoolAndMachine() {
        Http http = TestServer.shared().http().anonymous();
        http.get("/probe/list").expect(200);
        var metrics = http.get("/metrics").expect(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain;version=0.0.4");
        assertThat(metrics.body())
                .contains(
                        "http_server_requests_seconds_count",
                        "uri=\"/probe/list\"",
                        "hikaricp_connections",
                        "jvm_memory_used")
                .doesNotContain(TestServer.API_KEY);
    }

    @Test
    void nothingElseOfTheActuatorIsOpen() {
        Http http = TestServer.shared().http();
        for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/env", "/actuator/metrics"}) {
            http.get(path).problem(404, "NOT_FOUND");
        }
    }
}
