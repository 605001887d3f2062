package dev.licet.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private final TestServer server = TestServer.shared();
    private final String subject = "probe-" + Uuid7.next();
    private final Http http = server.http().with("Idempotency-Key", Uuid7.next().toString());

    private Answer change(Http as, String fail) {
        return as.post("/probe/changes", Map.of("subject", subject, "fail", fail));
    }

    private int changes() {
        return server.http()
                .get("/v1/events?subject=" + subject)
                .expect(200)
                .list("/data")
                .size();
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredTheSame() {
        var first = change(http, "no").expect(201);
        var second = change(http, "no").expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.header(header)).isEqualTo(first.header(header)).isNotNull();
        }
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        change(http, "no").expect(201);
        change(http, "other").problem(422, "IDEMPOTENCY_KEY_REUSED");
        http.post("/probe/everything", Map.of("text", "x")).problem(422, "IDEMPOTENCY_KEY_REUSED");
        http.send(
                        "POST",
                        "/probe/everything",
                        "application/json",
                        "{".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .problem(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void keysOfDifferentCallersNeverMeet() {
        change(http, "no").expect(201);
        change(http.anonymous(), "no").problem(401, "UNAUTHORIZED");
        change(http.withApiKey("wrong"), "no").problem(401, "UNAUTHORIZED");
    }

    @Test
    void aRefusalIsUndoneAndKept() {
        var first = change(http, "refuse").problem(409, "PROBE_REFUSED");
        var second = change(http, "refuse").problem(409, "PROBE_REFUSED");
        assertThat(second.text("/requestId")).isEqualTo(first.text("/requestId"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(changes()).isZero();
    }

    @Test
    void aDatabaseErrorIsUndoneAndItsAnswerKept() {
        change(http, "sql").problem(422, "INVALID");
        assertThat(change(http, "sql").problem(422, "INVALID").header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(changes()).isZero();
    }

    @Test
    void whatMayPassIsNotKept() {
        for (String fail : List.of("break", "forbid")) {
            var first = change(http, fail);
            var second = change(http, fail);
            assertThat(second.text("/requestId")).isNotEqualTo(first.text("/requestId"));
            assertThat(second.header("Idempotency-Replayed")).isNull();
        }
        assertThat(changes()).isZero();
        change(http, "no").expect(201);
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void atTheSameMomentTheWorkIsDoneOnce() throws Exception {
        for (int round = 0; round < Integer.getInteger("rounds", 3); round++) {
            Http as = server.http().with("Idempotency-Key", Uuid7.next().toString());
            int before = changes();
            assertThat(together(() -> change(as, "no").expect(201).body())).hasSize(1);
            assertThat(changes() - before).isEqualTo(1);
            Http other = server.http().with("Idempotency-Key", Uuid7.next().toString());
            assertThat(together(() -> change(other, "refuse").expect(409).body()))
                    .hasSize(1);
        }
    }

    private static java.util.Set<String> together(Callable<String> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> request).toList());
            var bodies = new java.util.HashSet<String>();
            for (var answer : answers) {
                bodies.add(answer.get());
            }
            return bodies;
        }
    }

    @Test
    void theKeyIsChecked() {
        for (String bad : List.of("", " ", "a b", "x".repeat(256))) {
            change(server.http().with("Idempotency-Key", bad), "no").problem(400, "BAD_HEADER");
        }
        change(server.http().with("Idempotency-Key", "!" + Uuid7.next() + "~".repeat(200)), "no")
                .expect(201);
    }

    @Test
    void keptAnswersAreSealedAndForgottenAfterTwoDays() {
        change(http, "no").expect(201);
        var bodies = server.jdbc()
                .sql("select body from idempotency where body is not null")
                .query(byte[].class)
                .list();
        assertThat(bodies)
                .isNotEmpty()
                .noneMatch(body -> new String(body, java.nio.charset.StandardCharsets.UTF_8).contains(subject));

        var now = server.bean(InstantSource.class).instant();
        server.bean(PurgeAnswers.class).run(now.plus(Duration.ofHours(47)));
        assertThat(change(http, "no").header("Idempotency-Replayed")).isEqualTo("true");
        server.bean(PurgeAnswers.class).run(now.plus(Duration.ofHours(49)));
        assertThat(change(http, "no").header("Idempotency-Replayed")).isNull();
    }
}
