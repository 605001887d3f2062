package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.licet.core.json.Json;
import dev.licet.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A token is nothing of our own: another language verifies it with what it has on board. */
class TokensInNodeTest {
    private final TestServer server = TestServer.shared();

    @Test
    void verify_against_the_served_key_set() throws Exception {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", "lic_x");
        claims.put("plan", "größer");
        String token = server.bean(Signer.class).sign(Map.of("typ", "license+jwt"), claims);

        assertThat(node(token)).isEqualTo("0 " + Json.write(claims));
    }

    @Test
    void are_refused_when_one_character_is_changed() throws Exception {
        String token = server.bean(Signer.class).sign(Map.of(), Map.of("sub", "lic_x"));
        int at = token.indexOf('.') + 12;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';

        assertThat(node(token.substring(0, at) + other + token.substring(at + 1)))
                .isEqualTo("1 refused");
    }

    /** The exit code and what was printed. */
    private String node(String token) throws Exception {
        Path script = Path.of(getClass().getResource("/verify-token.mjs").toURI());
        String address = server.url().resolve("/.well-known/jwks.json").toString();
        Process process = start("node", script.toString(), address, token);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + said.strip();
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort("Node.js is not installed: no check in another language");
        }
    }
}
