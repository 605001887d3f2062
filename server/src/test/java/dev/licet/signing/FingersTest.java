package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FingersTest {
    private final Fingers fingers = new Fingers(MasterKeyTest.KEY);

    /** Computed by another program: a row written today must be found for ever. */
    @Test
    void are_what_they_always_were() {
        assertThat(HexFormat.of().formatHex(fingers.hash("license-key", "ABC")))
                .isEqualTo("f85a49ce91360940ebb2c572322f8eec2db5bc5ec8d58eed5c9071c11a17d16f");
    }

    @Test
    void differ_by_purpose_and_by_master_key() {
        byte[] hash = fingers.hash("license-key", "ABC");
        assertThat(fingers.hash("api-key", "ABC")).isNotEqualTo(hash);
        var other = new Fingers(new MasterKey("another master key of thirty-two chars", "test", false));
        assertThat(other.hash("license-key", "ABC")).isNotEqualTo(hash);
    }
}
