package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a program hears of its own version, with a server and without. */
class ReleasesTest extends LicetTest {

    private static final String GUIDE = "https://example.com/to-3";
    private static final String OFFER = "https://example.com/offer";

    @Test
    void R13_aVersionThatTheMaintenanceDoesNotIncludeDoesNotRunWithoutAServer() {
        Instant end = clock.instant().plus(Duration.ofDays(3));
        license.claims = Map.of("maintenanceUntil", end.toString());
        activated();
        server.down();

        LicetClient included = client(builder().version("2.3.1").releasedAt(end.minusSeconds(1)));
        assertThat(included.license().valid()).isTrue();
        License now = client(builder().version("2.4.0").releasedAt(end)).license();
        assertThat(now.code()).isEqualTo(Code.VERSION_TOO_NEW);
        assertThat(now.detail()).contains("maintenance");
        assertThat(client(builder().version("2.4.0")).license().valid())
                .as("a version that does not say when it was released")
                .isTrue();
    }

    @Test
    void R13_theEndOfTheMaintenanceIsWarnedOf() {
        license.claims = Map.of(
                "maintenanceUntil", clock.instant().plus(Duration.ofDays(3)).toString());
        LicetClient client = activated();
        assertThat(client.license().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(Warning.MAINTENANCE_ENDS_SOON);
            assertThat(warning.daysLeft()).hasValue(3);
            assertThat(warning.upgrade()).isEmpty();
        });
    }

    @Test
    void theServerHearsWhenTheVersionWasReleased() {
        Instant released = Instant.parse("2026-01-02T03:04:05.123456789Z");
        LicetClient client = client(builder().releasedAt(released));
        client.activate(KEY);
        client.validate();
        assertThat(server.asked)
                .hasSize(2)
                .allSatisfy(
                        asked -> assertThat(asked.body()).containsEntry("releasedAt", "2026-01-02T03:04:05.123456Z"));
    }

    @Test
    void R60_theEndOfAVersionIsAnnouncedAndComesWithoutAServer() {
        Instant end = clock.instant().plus(Duration.ofDays(5));
        license.claims = Map.of("releases", Map.of("endsOfLife", List.of(ending(end))));
        LicetClient client = activated();
        server.down();

        Upgrade way =
                new Upgrade(Optional.of("3.0.0"), Optional.of("Move to 3."), Optional.of(GUIDE), Optional.of(OFFER));
        assertThat(client.license().valid()).isTrue();
        assertThat(client.license().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(Warning.END_OF_LIFE);
            assertThat(warning.daysLeft()).hasValue(5);
            assertThat(warning.upgrade()).contains(way);
        });
        clock.move(Duration.ofDays(5));
        assertThat(client.license().code()).isEqualTo(Code.VERSION_BLOCKED);
        assertThat(client.license().upgrade()).contains(way);
    }

    @Test
    void R60_theServersNoticeSaysWhereToGo() {
        LicetClient client = activated();
        license.extra = Map.of(
                "warnings",
                List.of(Map.of(
                        "code",
                        "END_OF_LIFE",
                        "level",
                        "warning",
                        "detail",
                        "It ends.",
                        "daysLeft",
                        30,
                        "upgrade",
                        Map.of("version", "3.0.0", "offer", OFFER))));
        assertThat(client.validate().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.upgrade())
                        .hasValueSatisfying(way -> assertThat(way.offer()).contains(OFFER)));
    }

    private Map<String, Object> ending(Instant end) {
        return Map.of(
                "name",
                "v2",
                "versions",
                List.of("2.0.0 - 2.9.9"),
                "noticeAt",
                clock.instant().minus(Duration.ofDays(1)).toString(),
                "restrictedAt",
                end.toString(),
                "endsAt",
                end.toString(),
                "upgradeTo",
                "3.0.0",
                "message",
                "Move to 3.",
                "guide",
                GUIDE,
                "offer",
                OFFER);
    }
}
