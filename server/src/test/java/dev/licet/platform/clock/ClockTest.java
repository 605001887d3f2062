package dev.licet.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestDatabase;
import dev.licet.testing.TestServer;
import dev.licet.testing.Witness;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final TestServer SERVER = TestServer.on(DATABASE, Map.of());
    private final Http http = SERVER.http();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Instant now(Answer answer) {
        return Instant.parse(answer.expect(200).text("/now"));
    }

    @Test
    void itMovesByASpanAndToAMomentAndBack() {
        Instant real = Instant.now();
        now(http.delete("/v1/sandbox/clock"));
        Instant moved = now(http.put("/v1/sandbox/clock", Map.of("advance", "P30D")));
        assertThat(moved).isCloseTo(real.plus(30, ChronoUnit.DAYS), within(60, ChronoUnit.SECONDS));
        assertThat(now(http.get("/v1/sandbox/clock"))).isAfterOrEqualTo(moved);

        Instant past = now(http.put("/v1/sandbox/clock", Map.of("at", "2020-02-29T00:00:00Z")));
        assertThat(past).isBetween(Instant.parse("2020-02-29T00:00:00Z"), Instant.parse("2020-02-29T00:01:00Z"));
        Instant month = now(http.put("/v1/sandbox/clock", Map.of("advance", "P1Y")));
        assertThat(month).isBetween(Instant.parse("2021-02-28T00:00:00Z"), Instant.parse("2021-02-28T00:02:00Z"));

        assertThat(now(http.delete("/v1/sandbox/clock"))).isCloseTo(real, within(120, ChronoUnit.SECONDS));
    }

    @Test
    void aRestartAndAnotherNodeKeepIt() {
        Instant moved = now(http.put("/v1/sandbox/clock", Map.of("at", "2030-01-01T00:00:00Z")));
        try (TestServer other = TestServer.on(DATABASE, Map.of())) {
            assertThat(now(other.http().get("/v1/sandbox/clock"))).isCloseTo(moved, within(5, ChronoUnit.MINUTES));
            now(other.http().put("/v1/sandbox/clock", Map.of("at", "2031-01-01T00:00:00Z")));
        }
        assertThat(now(http.get("/v1/sandbox/clock"))).isAfter(Instant.parse("2031-01-01T00:00:00Z"));
        now(http.delete("/v1/sandbox/clock"));
    }

    @Test
    void everyMoveIsAnEvent() {
        http.put("/v1/sandbox/clock", Map.of("advance", "PT1H")).expect(200);
        var events = http.get("/v1/events?type=clock.moved").expect(200);
        assertThat(events.text("/data/0/actor")).startsWith("key_");
        assertThat(Instant.parse(events.text("/data/0/after/now")))
                .isAfter(Instant.parse(events.text("/data/0/before/now")));
    }

    @Test
    void nonsenseIsRefused() {
        http.put("/v1/sandbox/clock", Map.of()).invalid("/advance");
        http.put("/v1/sandbox/clock", Map.of("advance", "P1D", "at", "2030-01-01T00:00:00Z"))
                .invalid("/advance");
        http.put("/v1/sandbox/clock", Map.of("advance", "-P1D")).invalid("/advance");
        http.put("/v1/sandbox/clock", Map.of("at", "1969-01-01T00:00:00Z")).invalid("/at");
        http.put("/v1/sandbox/clock", Map.of("at", "9999-12-31T23:59:59Z")).invalid("/at");
        http.put("/v1/sandbox/clock", Map.of("advance", "P1000Y")).expect(200);
        http.delete("/v1/sandbox/clock").expect(200);
    }

    @Test
    void productionHasNone() {
        try (TestServer production = TestServer.start(Map.of("LICET_MODE", "production"))) {
            production.http().get("/v1/sandbox/clock").problem(404, "NOT_FOUND");
            production.http().put("/v1/sandbox/clock", Map.of("advance", "P1D")).problem(404, "NOT_FOUND");
            production.http().delete("/v1/sandbox/clock").problem(404, "NOT_FOUND");
        }
    }

    @Test
    void dueWorkSeesTheMovedClockBeforeTheAnswer() {
        Witness witness = SERVER.bean(Witness.class);
        Instant moved = now(http.put("/v1/sandbox/clock", Map.of("at", "2040-01-01T00:00:00Z")));
        assertThat(witness.last()).isBetween(Instant.parse("2040-01-01T00:00:00Z"), moved);
        http.delete("/v1/sandbox/clock").expect(200);
    }
}
