package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.licet.sdk.FakeServer.Reply;
import dev.licet.sdk.LicetException.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivationTest extends LicetTest {

    @Test
    void permitsWhatTheTokenSays() {
        LicetClient client = client();
        License now = client.activate(KEY);
        assertThat(now.valid()).isTrue();
        assertThat(now.state()).isEqualTo(LicenseState.ACTIVE);
        assertThat(now.plan()).contains("pro");
        assertThat(client.feature("export")).isTrue();
        assertThat(client.limit("maxNotes")).hasValue(500);
        assertThat(client.text("support")).contains("gold");
        assertThat(client.feature("other")).isFalse();
        assertThat(client.limit("other")).isEmpty();
        assertThat(client.text("other")).isEmpty();
    }

    @Test
    void saysWhichDeviceItIs() {
        client(builder().deviceName("Ada's laptop").user("ada@example.com")).activate(KEY);
        FakeServer.Asked asked = server.asked.get(0);
        assertThat(asked.path()).isEqualTo("/v1/activations");
        assertThat(asked.body())
                .containsEntry("key", KEY)
                .containsEntry("user", "ada@example.com")
                .containsEntry("version", "2.3.1");
        assertThat(asked.device("fingerprint")).isEqualTo(DEVICE.value());
        assertThat(asked.device("components")).isEqualTo(DEVICE.components());
        assertThat(asked.device("name")).isEqualTo("Ada's laptop");
        assertThat(asked.headers().get("user-agent")).startsWith("licet-sdk-java/");
    }

    @Test
    void takesAKeyAsAPersonTypesIt() {
        client().activate(" " + KEY.toLowerCase(Locale.ROOT).replace("-", " ") + " ");
        assertThat(String.valueOf(server.last().body().get("key")).replace("-", ""))
                .endsWith(KEY.substring(6).replace("-", ""));
    }

    @Test
    void findsATypingErrorWithoutTheServer() {
        char last = KEY.charAt(KEY.length() - 1);
        String mistyped = KEY.substring(0, KEY.length() - 1) + (last == 'A' ? 'B' : 'A');
        assertThatThrownBy(() -> client().activate(mistyped))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(Code.KEY_MISTYPED));
        assertThat(server.asked).isEmpty();
    }

    @Test
    void namesTheDevicesThatHoldThePlaces() {
        server.answer(problem(
                409,
                "DEVICE_LIMIT_REACHED",
                Map.of("devices", List.of(Map.of("id", "dev_1", "name", "Old", "platform", "linux amd64")))));
        Refused refused = catchThrowableOfType(Refused.class, () -> client().activate(KEY));
        assertThat(refused.code()).isEqualTo(Code.DEVICE_LIMIT_REACHED);
        assertThat(refused.devices())
                .containsExactly(
                        new HeldPlace("dev_1", Optional.of("Old"), Optional.of("linux amd64"), Optional.empty()));
        assertThat(refused.requestId()).contains("req-1");
    }

    @Test
    void aRefusalLeavesTheLicenceThatStands() {
        LicetClient client = activated();
        server.answer(problem(409, "DEVICE_LIMIT_REACHED", Map.of()));
        assertThatThrownBy(() -> client.activate(KEY)).isInstanceOf(Refused.class);
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void keepsACodeThatIsNewer() {
        server.answer(problem(409, "MOON_IN_LEO", Map.of()));
        Refused refused = catchThrowableOfType(Refused.class, () -> client().activate(KEY));
        assertThat(refused.code()).isEqualTo(Code.UNKNOWN);
        assertThat(refused.codeText()).isEqualTo("MOON_IN_LEO");
    }

    @Test
    void namesTheFieldThatIsBad() {
        server.answer(problem(
                422, "INVALID", Map.of("errors", List.of(Map.of("pointer", "/version", "detail", "Too long.")))));
        assertThatThrownBy(() -> client().activate(KEY)).hasMessageContaining("/version: Too long.");
    }

    @Test
    void hasOneIdempotencyKeyForAllTries() {
        server.answer(new Reply(503, Map.of(), ""), new Reply(502, Map.of(), ""));
        client().activate(KEY);
        assertThat(server.asked).hasSize(3);
        assertThat(server.asked.stream().map(asked -> asked.headers().get("idempotency-key")))
                .doesNotContainNull()
                .containsOnly(server.last().headers().get("idempotency-key"));
        client().activate(KEY);
        assertThat(server.last().headers().get("idempotency-key"))
                .isNotEqualTo(server.asked.get(0).headers().get("idempotency-key"));
    }

    @Test
    void needsTheServer() {
        server.down();
        assertThatThrownBy(() -> client().activate(KEY)).isInstanceOf(LicetException.Unreachable.class);
    }

    @Test
    void believesNoAnswerWithoutAToken() {
        server.forge(answer -> {
            answer.remove("token");
            return answer;
        });
        LicetClient client = client();
        assertThatThrownBy(() -> client.activate(KEY)).isInstanceOf(LicetException.Untrusted.class);
        assertThat(client.feature("export")).isFalse();
    }

    @Test
    void takesAReleasedPlaceAgain() {
        LicetClient client = activated();
        assertThat(client.activate().valid()).isTrue();
        assertThat(server.last().body()).containsEntry("key", KEY);
        assertThatThrownBy(
                        () -> client(builder().store(folder.resolve("empty"))).activate())
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_ACTIVATED));
    }

    @Test
    void givesThePlaceBackAndForgets() {
        LicetClient client = activated();
        client.deactivate();
        assertThat(server.last().method()).isEqualTo("DELETE");
        assertThat(server.last().path()).isEqualTo("/v1/activations/dev_01h455vb4pex5vsknk084sn02r");
        assertThat(server.last().headers()).containsEntry("authorization", "License " + KEY);
        assertThat(client.license().code()).isEqualTo(Code.NOT_ACTIVATED);
        assertThat(client().license().code()).isEqualTo(Code.NOT_ACTIVATED);
    }

    @Test
    void aPlaceThatIsFreeAlreadyIsGivenBack() {
        LicetClient client = activated();
        server.answer(problem(404, "NOT_FOUND", Map.of()));
        client.deactivate();
        assertThat(client.license().code()).isEqualTo(Code.NOT_ACTIVATED);
    }

    @Test
    void forgetsNothingThatTheServerWasNotTold() {
        LicetClient client = activated();
        server.answer(problem(409, "UNBIND_LIMIT_REACHED", Map.of()));
        assertThatThrownBy(client::deactivate).isInstanceOf(Refused.class);
        server.down();
        assertThatThrownBy(client::deactivate).isInstanceOf(LicetException.Unreachable.class);
        assertThat(client.feature("export")).isTrue();
    }

    @Test
    void deactivatingNothingAsksNobody() {
        client().deactivate();
        assertThat(server.asked).isEmpty();
    }

    private static Reply problem(int status, String code, Map<String, Object> more) {
        Map<String, Object> body = new java.util.LinkedHashMap<>(more);
        body.put("code", code);
        body.put("detail", "No.");
        body.put("requestId", "req-1");
        return Reply.json(status, body);
    }
}
