package dev.licet.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private static final byte[] PLAIN = "a secret".getBytes(UTF_8);

    private final Sealer sealer = new Sealer(MasterKeyTest.KEY);

    @Test
    void opens_what_it_sealed() {
        assertThat(sealer.open("test", sealer.seal("test", PLAIN))).isEqualTo(PLAIN);
        assertThat(sealer.open("test", sealer.seal("test", new byte[0]))).isEmpty();
    }

    @Test
    void opens_what_was_sealed_long_ago() {
        byte[] old =
                HexFormat.of().parseHex("01000102030405060708090a0b01e8d06a5dd59b4f02f89a4535576425010246fefcbd41a8");
        assertThat(sealer.open("test", old)).isEqualTo(PLAIN);
    }

    @Test
    void seals_the_same_twice_to_different_values() {
        assertThat(sealer.seal("test", PLAIN)).isNotEqualTo(sealer.seal("test", PLAIN));
    }

    @Test
    void opens_for_the_same_purpose_only() {
        byte[] sealed = sealer.seal("test", PLAIN);
        assertThatThrownBy(() -> sealer.open("other", sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void opens_under_the_same_master_key_only() {
        byte[] sealed = sealer.seal("test", PLAIN);
        var other = new Sealer(new MasterKey("another master key of thirty-two chars", "test", false));
        assertThatThrownBy(() -> other.open("test", sealed)).isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 13, 20, 36})
    void notices_each_changed_byte(int at) {
        byte[] sealed = sealer.seal("test", PLAIN);
        sealed[at] ^= 1;
        assertThatThrownBy(() -> sealer.open("test", sealed)).isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 28, 36})
    void notices_when_it_is_cut(int length) {
        byte[] sealed = Arrays.copyOf(sealer.seal("test", PLAIN), length);
        assertThatThrownBy(() -> sealer.open("test", sealed)).isInstanceOf(SealBroken.class);
    }
}
