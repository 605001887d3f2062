package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    /** RFC 8037, appendix A.3. */
    @Test
    void is_named_by_the_thumbprint_of_its_public_key() {
        byte[] publicKey = Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(SigningKey.kid(publicKey)).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void prints_its_name_only() {
        SigningKey key = SigningKey.make();
        assertThat(key).hasToString("SigningKey[" + key.kid() + "]");
    }
}
