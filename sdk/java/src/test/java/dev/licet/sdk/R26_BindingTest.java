package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.sdk.device.Fingerprint;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R26: what is signed holds for its device, its user, its time and its features together, and for nothing else. */
class R26_BindingTest extends LicetTest {

    private String token = "";

    @BeforeEach
    void sign() {
        Map<String, @Nullable Object> claims = license.claims(new FakeServer.Asked("POST", "/", Map.of(), Map.of()));
        claims.put("user", "ada@example.com");
        token = license.signing.sign(claims);
    }

    @Test
    void holdsWhenAllFourAreRight() {
        License now = judged(ada());
        assertThat(now.valid()).isTrue();
        assertThat(now.feature("export")).isTrue();
    }

    @Test
    void failsOnAnotherDevice() {
        License now = judged(ada().fingerprint(Fingerprint.of("acme", "device 2")));
        assertThat(now.code()).isEqualTo(Code.DEVICE_NOT_ACTIVATED);
        assertThat(now.feature("export")).isFalse();
    }

    @Test
    void failsForAnotherUser() {
        assertThat(judged(builder().user("eve@example.com")).code()).isEqualTo(Code.USER_NOT_ASSIGNED);
        assertThat(judged(builder()).code()).isEqualTo(Code.USER_REQUIRED);
    }

    @Test
    void failsAtAnotherTime() {
        clock.move(Duration.ofDays(7));
        assertThat(judged(ada()).code()).isEqualTo(Code.CHECK_IN_OVERDUE);
    }

    @Test
    void failsForAnotherFeature() {
        assertThat(judged(ada()).feature("sso")).isFalse();
    }

    private ClientBuilder ada() {
        return builder().user("ada@example.com");
    }

    private License judged(ClientBuilder builder) {
        Settings settings = builder.settings();
        Known known = new Known(Saved.NOTHING, TokenCheck.verified(token, settings.keys()), null, null, null);
        return new Judge(settings).judge(known, clock.instant());
    }
}
