package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A key that may make others always stays. */
class LastKeyTest {
    private static final TestServer SERVER = TestServer.start(Map.of());

    private final Http http = SERVER.http();
    private final String first = "/v1/api-keys/" + firstId();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void cannot_be_revoked_or_weakened_or_given_an_end() {
        http.post(
                        "/v1/api-keys",
                        Map.of("name", "ends", "scopes", List.of("keys:write"), "expiresAt", "2099-01-01T00:00:00Z"))
                .expect(201);

        http.delete(first).problem(409, "LAST_KEY");
        http.patch(first, Map.of("scopes", List.of("keys:read"))).problem(409, "LAST_KEY");
        http.patch(first, Map.of("expiresAt", "2099-01-01T00:00:00Z")).problem(409, "LAST_KEY");
        http.patch(first, Map.of("name", "renamed")).expect(200);
    }

    @RepeatedTest(5)
    void stays_when_two_take_away_each_others_at_once() throws Exception {
        Answer second = http.post("/v1/api-keys", Map.of("name", "second", "scopes", Scopes.ALL))
                .expect(201);
        Http its = http.withApiKey(second.text("/key"));

        Callable<Integer> takeSecond =
                () -> http.patch("/v1/api-keys/" + second.text("/id"), weak()).status();
        Callable<Integer> takeFirst = () -> its.patch(first, weak()).status();
        try (var both = Executors.newFixedThreadPool(2)) {
            var statuses = both.invokeAll(List.of(takeSecond, takeFirst)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(statuses).contains(200).doesNotContain(500);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        }
        restoreFirst();
    }

    private static Map<String, Object> weak() {
        return Map.of("scopes", List.of("keys:read"));
    }

    private void restoreFirst() {
        SERVER.jdbc()
                .sql("update api_keys set scopes = :all where name <> 'second' and expires_at is null")
                .param("all", Scopes.ALL.toArray(String[]::new))
                .update();
        SERVER.jdbc()
                .sql("update api_keys set revoked_at = now() where name = 'second'")
                .update();
    }

    private String firstId() {
        List<?> keys = http.get("/v1/api-keys").expect(200).list("/data");
        return String.valueOf(((Map<?, ?>) keys.getLast()).get("id"));
    }
}
