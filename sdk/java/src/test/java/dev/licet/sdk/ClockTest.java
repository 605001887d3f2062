package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The machine's clock is its owner's to set; what it permits is not. */
class ClockTest extends LicetTest {

    /** The program's own clock, as the server has its own. */
    private final MovableClock local = new MovableClock("2026-11-22T10:00:00Z");

    private LicetClient start() {
        return client(builder().clock(local).sleeper(span -> {}));
    }

    private LicetClient startActivated() {
        start().activate(KEY);
        return start();
    }

    private void passes(Duration span) {
        clock.move(span);
        local.move(span);
    }

    @Test
    void aClockSetBackIsNoticedWhileTheProgramRuns() {
        LicetClient client = startActivated();
        server.down();
        local.move(Duration.ofDays(2));
        assertThat(client.feature("export")).isTrue();
        local.move(Duration.ofDays(-1));
        assertThat(client.license().code()).isEqualTo(Code.CLOCK_SET_BACK);
        assertThat(client.feature("export")).isFalse();
        assertThat(client.validate().code()).isEqualTo(Code.CLOCK_SET_BACK);
        assertThat(client.license().detail()).contains("2026-11-23", "2026-11-24");
    }

    @Test
    void aClockSetBackIsNoticedAtTheNextStart() {
        LicetClient client = startActivated();
        server.down();
        local.move(Duration.ofDays(6));
        client.validate();
        local.set("2026-11-22T10:00:00Z");
        assertThat(start().license().code()).isEqualTo(Code.CLOCK_SET_BACK);
    }

    @Test
    void closingKeepsHowLateItWas() {
        try (LicetClient client = startActivated()) {
            local.move(Duration.ofHours(5));
            assertThat(client.feature("export")).isTrue();
        }
        local.move(Duration.ofHours(-5));
        assertThat(start().license().code()).isEqualTo(Code.CLOCK_SET_BACK);
    }

    @Test
    void theServerSaysWhatTimeItIs() {
        LicetClient client = startActivated();
        local.move(Duration.ofDays(3));
        client.license();
        local.move(Duration.ofDays(-3));
        assertThat(client.feature("export")).isFalse();
        assertThat(client.validate().valid()).isTrue();
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void settingBackStopsNoTerm() {
        license.policy = Map.of("devices", 3, "offlineTtl", "PT1H");
        LicetClient client = startActivated();
        server.down();
        for (int i = 0; i < 100; i++) {
            local.move(Duration.ofMinutes(4));
            client.license();
            local.move(Duration.ofMinutes(-3));
        }
        assertThat(client.license().code()).isEqualTo(Code.CHECK_IN_OVERDUE);
    }

    @Test
    void anUnsteadyClockIsNoReasonToRefuse() {
        LicetClient client = startActivated();
        local.move(Duration.ofMinutes(-5));
        assertThat(client.feature("export")).isTrue();
        local.move(Duration.ofMillis(-1));
        assertThat(client.feature("export")).isFalse();
    }

    @Test
    void aClockThatIsWrongAllTheTimeIsCorrected() {
        local.set("2025-01-01T00:00:00Z");
        license.expiresAt = clock.instant().plus(Duration.ofDays(2));
        LicetClient client = startActivated();
        assertThat(client.license().valid()).isTrue();
        server.down();
        passes(Duration.ofDays(1));
        assertThat(start().license().daysLeft()).hasValue(1);
        assertThat(start().validate().at()).isEqualTo(clock.instant());
        passes(Duration.ofDays(1));
        assertThat(start().license().code()).isEqualTo(Code.EXPIRED);
    }

    @Test
    void aClockPutForwardBeforeTheServerAnswersBuysNothing() {
        local.move(Duration.ofDays(365));
        LicetClient client = startActivated();
        server.down();
        local.move(Duration.ofDays(-365));
        assertThat(client.license().code()).isEqualTo(Code.CLOCK_SET_BACK);
    }

    @Test
    void aServerWhoseClockIsMovedIsFollowed() {
        LicetClient client = startActivated();
        clock.move(Duration.ofDays(30));
        assertThat(client.validate().at()).isEqualTo(clock.instant());
        assertThat(client.feature("export")).isTrue();
        clock.move(Duration.ofDays(-30));
        assertThat(client.validate().at()).isEqualTo(clock.instant());
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void anActivationPlayedBackIsNotBelieved() {
        Map<String, Object> recorded = recordedActivation();
        passes(Duration.ofDays(400));
        LicetClient client = start();
        server.answer(FakeServer.Reply.json(200, recorded));
        license.code = "EXPIRED";
        assertThat(client.activate(KEY).code()).isEqualTo(Code.EXPIRED);
        assertThat(client.feature("export")).isFalse();
    }

    @Test
    void anActivationPlayedBackWithoutTheServerIsNoAnswer() {
        Map<String, Object> recorded = recordedActivation();
        passes(Duration.ofDays(400));
        LicetClient client = client(builder().clock(local).transport(request -> {
            if (request.uri().getPath().endsWith("/activations")) {
                return new dev.licet.sdk.http.Response(200, Map.of(), dev.licet.core.json.Json.write(recorded));
            }
            throw new java.io.IOException("gone");
        }));
        assertThatThrownBy(() -> client.activate(KEY)).isInstanceOf(LicetException.Unreachable.class);
        assertThat(client.feature("export")).isFalse();
    }

    @Test
    void theTimeIsKeptWithTheToken() {
        TrustedTime time = TrustedTime.told(Instant.parse("2026-11-22T10:00:00Z"), local.instant());
        assertThat(time.skew()).isZero();
        Saved saved = new Saved(
                KEY,
                "dev_1",
                "a.b.c",
                null,
                Carried.NOTHING.asking(new Carried.Asked(KEY, "nonce")).gaveUp("file_1", "proof"),
                "d.e.f",
                Instant.parse("2026-11-22T10:00:00Z"),
                time);
        assertThat(Saved.read(saved.write())).isEqualTo(saved);
    }

    private Map<String, Object> recordedActivation() {
        FakeServer.Asked asked = new FakeServer.Asked("POST", "/v1/activations", Map.of(), Map.of());
        return Map.of("device", Map.of("id", "dev_1"), "token", license.signing.sign(license.claims(asked)));
    }
}
