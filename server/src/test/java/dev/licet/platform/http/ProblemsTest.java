package dev.licet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Http http = TestServer.shared().http();

    @Test
    void unknownPathIs404() {
        http.get("/v1/nothing").problem(404, "NOT_FOUND");
        http.post("/nothing/at/all", Map.of()).problem(404, "NOT_FOUND");
    }

    @Test
    void everyAnswerHasARequestId() {
        assertThat(http.get("/v1/nothing").header("X-Request-Id")).startsWith("req_");
        var named = http.with("X-Request-Id", "my-own.id_1").get("/v1/nothing");
        assertThat(named.header("X-Request-Id")).isEqualTo("my-own.id_1");
        assertThat(named.at("/requestId")).isEqualTo("my-own.id_1");
    }
}
