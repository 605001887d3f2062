package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderTest extends LicetTest {

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LicetClient.of("https://x.example").build())
                .withMessageContaining("product(");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        LicetClient.of("https://x.example").product("notes").build())
                .withMessageContaining("store(");
        assertThatIllegalStateException()
                .isThrownBy(() -> LicetClient.of("https://x.example")
                        .product("notes")
                        .store(folder)
                        .build())
                .withMessageContaining("keys(");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example,            https://x.example/v1/activations",
        "https://x.example/,           https://x.example/v1/activations",
        "https://x.example/licences,   https://x.example/licences/v1/activations",
        "http://localhost:8080,        http://localhost:8080/v1/activations",
        "http://[::1]:8080,            http://[::1]:8080/v1/activations"
    })
    void addsPathsToTheAddress(String url, String path) {
        assertThat(ServerAddress.of(url, false).resolve("v1/activations")).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x.example",
                "ftp://x.example",
                "x.example",
                "https://",
                "https://x.example/?a=b",
                "https://user:secret@x.example/",
                "https://x.example/#a"
            })
    void refusesAddressesThatCannotBeMeant(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.of(url, false));
    }

    @Test
    void plainHttpIsForThoseWhoSaySo() {
        assertThat(ServerAddress.of("http://licences.intranet", true)).isNotNull();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        ClientBuilder builder = builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.version("two"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.keys("{\"keys\":[]}"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.keys("<html>"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.key(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.licenseKey("NOTES-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.patience(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.heartbeat(Duration.ZERO));
    }

    @Test
    void readsThisMachineWhenNoDeviceIsGiven() {
        LicetClient client = client(LicetClient.of(server.url())
                .product("notes")
                .keys(license.signing.jwks())
                .store(folder));
        assertThat(client.license().code()).isEqualTo(Code.NOT_ACTIVATED);
    }
}
