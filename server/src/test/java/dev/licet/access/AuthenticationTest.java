package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** With a server of its own, whose clock it moves and whose patience with wrong keys it tries. */
@ExtendWith(OutputCaptureExtension.class)
class AuthenticationTest {
    private static final TestServer SERVER = TestServer.start(Map.of());

    private final Http http = SERVER.http();

    @BeforeEach
    void forgetWrongKeys() {
        advance("PT1M");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void answers_missing_unknown_expired_and_revoked_keys_alike(CapturedOutput output) {
        Answer missing = http.anonymous().get("/v1/api-keys").problem(401, "UNAUTHORIZED");
        Answer unknown = http.withApiKey("licet_unknown-but-secret").get("/v1/api-keys");
        Answer otherScheme = http.with("Authorization", "Basic dXNlcjpwYXNz").get("/v1/api-keys");
        Answer revoked = http.withApiKey(revoked()).get("/v1/api-keys");
        Answer expired = http.withApiKey(expired()).get("/v1/api-keys");

        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"licet\"");
        for (Answer answer : List.of(unknown, otherScheme, revoked, expired)) {
            answer.problem(401, "UNAUTHORIZED");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo(missing.header("WWW-Authenticate"));
            assertThat(withoutRequestId(answer)).isEqualTo(withoutRequestId(missing));
        }
        assertThat(output).contains("A wrong API key from").doesNotContain("unknown-but-secret");
    }

    @Test
    void names_the_scope_that_a_key_lacks() {
        String key =
                make(Map.of("name", "x", "scopes", List.of("catalog:read"))).text("/key");
        Answer answer = http.withApiKey(key).get("/v1/api-keys").problem(403, "FORBIDDEN");

        assertThat(answer.text("/detail")).contains("keys:read");
        assertThat(answer.text("/scope")).isEqualTo("keys:read");
    }

    @Test
    void checks_the_key_before_it_reads_the_body() {
        http.anonymous()
                .send("POST", "/v1/api-keys", "application/json", new byte[] {'{'})
                .problem(401, "UNAUTHORIZED");
    }

    @Test
    void slows_down_who_guesses_but_lets_a_right_key_pass() {
        Http wrong = http.withApiKey("licet_wrong");
        for (int i = 0; i < Throttle.FAILURES; i++) {
            wrong.get("/v1/api-keys").problem(401, "UNAUTHORIZED");
        }

        Answer slowed = wrong.get("/v1/api-keys").problem(429, "TOO_MANY_REQUESTS");
        assertThat(slowed.header("Retry-After")).isIn("1", "2", "3");
        http.get("/v1/api-keys").expect(200);
        http.anonymous().get("/v1/api-keys").problem(401, "UNAUTHORIZED");
        http.anonymous().get("/.well-known/jwks.json").expect(200);

        advance("PT1M");
        wrong.get("/v1/api-keys").problem(401, "UNAUTHORIZED");
    }

    @Test
    void notes_the_last_use_once_a_minute() {
        Answer made = make(Map.of("name", "x", "scopes", List.of("keys:read")));
        Http its = http.withApiKey(made.text("/key"));
        String path = "/v1/api-keys/" + made.text("/id");
        assertThat(made.at("/lastUsedAt")).isNull();

        String first = its.get(path).text("/lastUsedAt");
        assertThat(its.get(path).text("/lastUsedAt")).isEqualTo(first);
        advance("PT2M");
        assertThat(its.get(path).text("/lastUsedAt")).isGreaterThan(first);
    }

    private String revoked() {
        Answer made = make(Map.of("name", "revoked", "scopes", List.of("keys:read")));
        http.delete("/v1/api-keys/" + made.text("/id")).expect(204);
        return made.text("/key");
    }

    private String expired() {
        String soon =
                SERVER.bean(InstantSource.class).instant().plusSeconds(3600).toString();
        Answer made = make(Map.of("name", "expired", "scopes", List.of("keys:read"), "expiresAt", soon));
        http.withApiKey(made.text("/key")).get("/v1/api-keys").expect(200);
        advance("PT1H");
        return made.text("/key");
    }

    private Answer make(Map<String, Object> key) {
        return http.post("/v1/api-keys", key).expect(201);
    }

    private void advance(String span) {
        http.put("/v1/sandbox/clock", Map.of("advance", span)).expect(200);
    }

    private static String withoutRequestId(Answer answer) {
        return answer.body().replace(answer.text("/requestId"), "");
    }
}
