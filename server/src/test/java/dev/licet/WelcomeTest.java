package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.platform.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    @Test
    void showsTheFirstKeyAndALineToPaste() {
        assertThat(welcome(
                        Map.of("LICET_DATA", "/srv/licet"), Optional.of("secret"), Optional.of("ABCD-EFGH-JKMN-PQRS")))
                .isEqualTo("""

              Licet is ready.

              Console    http://127.0.0.1:8080/console
                         ABCD-EFGH-JKMN-PQRS
                         opens it the first time, to make your account
              API        http://127.0.0.1:8080/v1
              Reference  http://127.0.0.1:8080/docs
              Mode       production
              Data       /srv/licet
              API key    secret
                         shown this once, so keep it

              Try it:
              curl -H 'Authorization: Bearer secret' http://127.0.0.1:8080/v1/products

              Ctrl-C stops the server.

            """);
    }

    @Test
    void asksForTheKeyLaterOn() {
        assertThat(welcome(Map.of("LICET_MODE", "sandbox"), Optional.empty(), Optional.empty()))
                .contains("Mode       sandbox: its clock can be moved, so no real licences\n")
                .doesNotContain("API key")
                .contains("curl -H \"Authorization: Bearer $LICET_API_KEY\" http://127.0.0.1:8080/v1/products\n");
    }

    private static String welcome(Map<String, String> variables, Optional<String> key, Optional<String> setUp) {
        return new Welcome("http://127.0.0.1:8080", SettingsReader.read(variables::get), key, setUp).toString();
    }
}
