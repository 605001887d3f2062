package dev.licet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.platform.Settings.Mode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static Settings read(Map<String, String> variables) {
        return SettingsReader.read(variables::get);
    }

    @Test
    void nothingIsNeeded() {
        Settings settings = read(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.mode()).isEqualTo(Mode.PRODUCTION);
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.database()).isNull();
        assertThat(settings.publicUrl()).hasToString("http://localhost:8080");
    }

    @Test
    void blankIsAbsent() {
        assertThat(read(Map.of("LICET_PORT", " ", "LICET_MODE", "", "LICET_API_KEY", "")))
                .isEqualTo(read(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "LICET_PORT, eighty, must be a port number",
        "LICET_PORT, 65536, must be a port number",
        "LICET_PORT, -1, must be a port number",
        "LICET_MODE, Sandbox, must be production or sandbox",
        "LICET_BIND, not an address, must be an address",
        "LICET_DATABASE_URL, mysql://x, must look like jdbc:postgresql",
        "LICET_DATABASE_USER, me, LICET_DATABASE_URL as well",
        "LICET_API_KEY, short, at least 16 characters",
        "LICET_API_KEY, a key with spaces in it, without spaces",
        "LICET_ADMIN_EMAIL, ada@example.com, go together",
        "LICET_PUBLIC_URL, example.com, must be an address",
        "LICET_PUBLIC_URL, https://a?b, must be an address",
        "LICET_TLS_CERTIFICATE, /nothing, go together",
        "LICET_LOG, xml, must be text or json",
    })
    void aWrongOneIsNamedWithItsMend(String name, String value, String mend) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(name)
                .hasMessageContaining(mend);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> read(Map.of("LICET_PORT", "x", "LICET_MODE", "y")))
                .hasMessageContaining("LICET_PORT")
                .hasMessageContaining("LICET_MODE");
    }

    @Test
    void aWeakPasswordIsForTheSandboxOnly() {
        var weak =
                Map.of("LICET_ADMIN_EMAIL", "ada@example.com", "LICET_ADMIN_PASSWORD", "secret", "LICET_API_KEY", "k");
        assertThatThrownBy(() -> read(weak))
                .hasMessageContaining("LICET_ADMIN_PASSWORD must have at least 12")
                .hasMessageContaining("LICET_API_KEY must have at least 16");
        var sandbox = new java.util.HashMap<>(weak);
        sandbox.put("LICET_MODE", "sandbox");
        assertThat(read(sandbox).sandbox()).isTrue();
    }

    @Test
    void secretsStayOutOfTheText() {
        Settings settings = read(Map.of(
                "LICET_API_KEY", "hunter2hunter2hunter2",
                "LICET_MASTER_KEY", "hunter2",
                "LICET_DATABASE_URL", "postgresql://db/licet",
                "LICET_DATABASE_PASSWORD", "hunter2",
                "LICET_ADMIN_EMAIL", "ada@example.com",
                "LICET_ADMIN_PASSWORD", "hunter2hunter2"));
        assertThat(settings + " " + settings.database() + settings.admin()).doesNotContain("hunter2");
        assertThat(settings.database()).extracting("url").isEqualTo("jdbc:postgresql://db/licet");
    }

    @Test
    void anUnreadableCertificateIsNamed() {
        assertThatThrownBy(() -> read(Map.of("LICET_TLS_CERTIFICATE", "/no/cert.pem", "LICET_TLS_KEY", "/no/key.pem")))
                .hasMessageContaining("LICET_TLS_CERTIFICATE names a file that cannot be read: /no/cert.pem.")
                .hasMessageContaining("LICET_TLS_KEY names");
    }
}
