package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.DatabaseDump;
import dev.licet.testing.TestServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing keys and API keys; the licence keys have a test like this beside the licences. */
class R27_NoKeyStandsInTheDatabaseTest {
    private final TestServer server = TestServer.shared();

    @Test
    void not_the_private_key_and_no_api_key_but_what_is_public() {
        Answer made = server.http()
                .with("Idempotency-Key", "R27")
                .post("/v1/api-keys", Map.of("name", "CI of the shop", "scopes", List.of("catalog:read")))
                .expect(201);
        byte[] privateKey = server.bean(SigningKeyStore.class)
                .current("EdDSA")
                .orElseThrow()
                .privateKey();

        DatabaseDump dump = DatabaseDump.of(server)
                .lacks("the private key", privateKey)
                .lacks("the seed of the private key", Arrays.copyOfRange(privateKey, 16, 48))
                .lacks("the first API key", TestServer.API_KEY)
                .lacks("an API key", made.text("/key"))
                .lacks("the master key", server.bean(MasterKey.class).secret());
        assertThat(dump.text())
                .contains("CI of the shop")
                .contains(server.bean(Signer.class).kid());
    }
}
