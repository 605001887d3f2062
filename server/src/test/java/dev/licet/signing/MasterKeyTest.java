package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.platform.CannotStart;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    static final MasterKey KEY = new MasterKey("correct horse battery staple, thirty-two", "LICET_MASTER_KEY", false);

    /** Computed by another program: a server of the future must derive the same, or it opens nothing. */
    @Test
    void derives_what_it_always_derived() {
        assertThat(HexFormat.of().formatHex(KEY.derive("check", "HmacSHA256").getEncoded()))
                .isEqualTo("3ece705aecda3371adcb8ae3a49047ed7dce13b1da011f78bc7383fc5c924fc4");
    }

    @Test
    void refuses_a_short_secret_and_says_what_to_do() {
        assertThatThrownBy(() -> new MasterKey("x".repeat(31), "LICET_MASTER_KEY", false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("LICET_MASTER_KEY has 31 characters and needs at least 32")
                .hasMessageContaining("openssl rand")
                .hasMessageNotContaining("xxx");
    }

    @Test
    void does_not_print_itself() {
        assertThat(KEY.toString()).doesNotContain("horse");
    }
}
