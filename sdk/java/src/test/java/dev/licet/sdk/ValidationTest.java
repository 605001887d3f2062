package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.key.LicenseKey;
import dev.licet.sdk.FakeServer.Reply;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest extends LicetTest {

    @Test
    void saysYesWithAllThereIsToSay() {
        LicetClient client = activated();
        license.expiresAt = Instant.parse("2026-11-25T12:00:00Z");
        Validation now = client.validate();
        assertThat(now.valid()).isTrue();
        assertThat(now.online()).isTrue();
        assertThat(now.code()).isEqualTo(Code.VALID);
        assertThat(now.at()).isEqualTo(clock.instant());
        assertThat(now.license().state()).isEqualTo(LicenseState.EXPIRING);
        assertThat(now.license().expiresAt()).contains(license.expiresAt);
        assertThat(now.license().daysLeft()).hasValue(4);
        assertThat(now.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("EXPIRES_SOON");
            assertThat(warning.daysLeft()).hasValue(4);
        });
        assertThat(now.features()).containsEntry("maxNotes", new BigDecimal(500));
    }

    @Test
    void addsWarningsThatOnlyTheServerKnows() {
        LicetClient client = activated();
        license.extra = Map.of(
                "warnings",
                List.of(Map.of("code", "DEVICES_OVER_LIMIT", "level", "info", "detail", "4 of 3.", "daysLeft", 2)));
        assertThat(client.validate().warnings())
                .containsExactly(new Warning("DEVICES_OVER_LIMIT", Warning.Level.INFO, "4 of 3.", OptionalInt.of(2)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VALID", "UNKNOWN", "KEY_MISTYPED", "NOT_ACTIVATED", "CLOCK_SET_BACK"})
    void saysNoByCode(Code code) {
        LicetClient client = activated();
        license.code = code.name();
        license.state = "suspended";
        Validation now = client.validate();
        assertThat(now.valid()).isFalse();
        assertThat(now.online()).isTrue();
        assertThat(now.code()).isEqualTo(code);
        assertThat(now.detail()).isEqualTo("Because " + code + ".");
        assertThat(now.license().state()).isEqualTo(LicenseState.SUSPENDED);
        assertThat(now.features()).isEmpty();
        assertThat(client.feature("export")).isFalse();
        assertThat(client.limit("maxNotes")).isEmpty();
    }

    @Test
    void keepsTheTextOfACodeAndStateThatAreNewer() {
        LicetClient client = activated();
        license.code = "MOON_IN_LEO";
        license.state = "dreaming";
        License now = client.validate().license();
        assertThat(now.code()).isEqualTo(Code.UNKNOWN);
        assertThat(now.codeText()).isEqualTo("MOON_IN_LEO");
        assertThat(now.state()).isEqualTo(LicenseState.UNKNOWN);
    }

    @Test
    void pointsToTheVersionThatMayRun() {
        LicetClient client = activated();
        license.code = "VERSION_BLOCKED";
        String guide = "https://example.com/2.3.5";
        license.extra = Map.of("upgrade", Map.of("version", "2.3.5", "message", "It lost notes.", "guide", guide));
        Upgrade way =
                new Upgrade(Optional.of("2.3.5"), Optional.of("It lost notes."), Optional.of(guide), Optional.empty());
        assertThat(client.validate().upgrade()).contains(way);
        assertThat(client().license().upgrade()).contains(way);
    }

    @Test
    void aBlockedVersionIsMendedByAnotherWithoutANetwork() {
        LicetClient client = activated();
        license.code = "VERSION_BLOCKED";
        client.validate();
        server.down();
        assertThat(client().license().code()).isEqualTo(Code.VERSION_BLOCKED);
        assertThat(client(builder().version("2.3.5")).feature("export")).isTrue();
        assertThat(client().feature("export")).isFalse();
    }

    @Test
    void aNoIsRememberedWithoutANetwork() {
        LicetClient client = activated();
        license.code = "REVOKED";
        client.validate();
        server.down();
        LicetClient restarted = client();
        assertThat(restarted.feature("export")).isFalse();
        assertThat(restarted.validate().code()).isEqualTo(Code.REVOKED);
    }

    @Test
    void aYesAfterANoIsAYes() {
        LicetClient client = activated();
        license.code = "SUSPENDED";
        client.validate();
        license.code = "VALID";
        assertThat(client.validate().valid()).isTrue();
        assertThat(client().feature("export")).isTrue();
    }

    @Test
    void withoutAKeyNobodyIsAsked() {
        Validation now = client().validate();
        assertThat(now.code()).isEqualTo(Code.NOT_ACTIVATED);
        assertThat(now.license().state()).isEqualTo(LicenseState.NONE);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aKeyFromTheSettingsNeedsNoActivation() {
        license.policy = Map.of();
        LicetClient client = client(builder().licenseKey(KEY));
        assertThat(client.feature("export")).isFalse();
        assertThat(client.validate().valid()).isTrue();
        assertThat(client.feature("export")).isTrue();
        server.down();
        assertThat(client(builder().licenseKey(KEY)).feature("export")).isTrue();
    }

    @Test
    void anotherKeyInTheSettingsForgetsTheFirst() {
        license.policy = Map.of();
        client(builder().licenseKey(KEY)).validate();
        LicetClient client = client(builder()
                .licenseKey(LicenseKey.generate(new SecureRandom(), null).toString()));
        assertThat(client.license().code()).isEqualTo(Code.NOT_ACTIVATED);
    }

    @Test
    void aLicenceForDevicesNeedsActivation() {
        LicetClient client = client(builder().licenseKey(KEY));
        server.forge(answer -> {
            Map<String, @Nullable Object> claims = license.claims(server.last());
            claims.remove("device");
            claims.remove("components");
            answer.put("token", license.signing.sign(claims));
            return answer;
        });
        assertThat(client.validate().code()).isEqualTo(Code.DEVICE_NOT_ACTIVATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Sign in</html>", "{}", "[]", "", "{\"valid\":\"yes\"}"})
    void whatIsNotFromALicetServerIsNoAnswer(String page) {
        LicetClient client = activated();
        server.answer(new Reply(200, Map.of(), page));
        Validation now = client.validate();
        assertThat(now.valid()).isTrue();
        assertThat(now.online()).isFalse();
        assertThat(now.warnings()).extracting(Warning::code).containsExactly(Warning.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 407, 500, 501, 503})
    void aProxysErrorIsNoAnswer(int status) {
        LicetClient client = activated();
        for (int i = 0; i < 5; i++) {
            server.answer(new Reply(status, Map.of("Location", "http://elsewhere.invalid/"), "no"));
        }
        assertThat(client.validate().valid()).isTrue();
    }

    @Test
    void aQuestionThatTheServerDoesNotTakeIsSaid() {
        LicetClient client = activated();
        server.answer(Reply.json(422, Map.of("code", "INVALID", "detail", "Bad.")));
        assertThatThrownBy(client::validate)
                .isInstanceOfSatisfying(
                        LicetException.Refused.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
    }
}
