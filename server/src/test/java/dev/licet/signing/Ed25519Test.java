package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class Ed25519Test {
    private static final byte[] MESSAGE = "may this run?".getBytes(StandardCharsets.UTF_8);

    private final Ed25519 portable = new Ed25519(new BouncyCastleProvider());

    @Test
    void passes_the_known_answer_on_each_provider() {
        portable.selfTest();
        Ed25519.fastest().selfTest();
    }

    @Test
    void gives_the_same_signature_natively_and_portably() {
        Ed25519 fast = Ed25519.fastest();
        assumeTrue(isNative(fast), "no native library here");
        byte[] key = SigningKey.make().privateKey();

        assertThat(fast.sign(fast.privateKey(key), MESSAGE))
                .isEqualTo(portable.sign(portable.privateKey(key), MESSAGE));
    }

    @Test
    void is_native_where_the_library_loads() {
        boolean loads = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
        assertThat(isNative(Ed25519.fastest())).isEqualTo(loads);
    }

    @Test
    void leaves_the_providers_of_the_process_alone() {
        Ed25519.fastest();
        assertThat(Arrays.stream(Security.getProviders()).map(Provider::getName))
                .doesNotContain("BC", AmazonCorrettoCryptoProvider.PROVIDER_NAME);
    }

    @Test
    void notices_a_provider_that_cannot() {
        Provider empty = new Provider("empty", "1", "offers nothing") {};
        assertThatThrownBy(() -> new Ed25519(empty).selfTest()).isInstanceOf(IllegalStateException.class);
    }

    private static boolean isNative(Ed25519 ed25519) {
        return ed25519.provider() instanceof AmazonCorrettoCryptoProvider;
    }
}
