package dev.licet.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.sdk.LicetClient;
import dev.licet.sdk.device.Fingerprint;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One program, built once: what it can do is what the tier of its licence says. */
@Timeout(300)
class R2_OneProgramForEveryTierTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RealServer server;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** What the program would let its user do. */
    record Menu(boolean export, boolean sync, long mostNotes, String support) {
        static Menu of(LicetClient licet) {
            return new Menu(
                    licet.feature("export"),
                    licet.feature("sync"),
                    licet.limit("maxNotes").orElse(20),
                    licet.text("support").orElse("forum"));
        }
    }

    private static final Menu FREE = new Menu(false, false, 20, "forum");
    private static final Menu BASIC = new Menu(false, false, 100, "forum");
    private static final Menu PRO = new Menu(true, false, 5000, "mail");
    private static final Menu ENTERPRISE = new Menu(true, true, 1_000_000, "phone");

    @BeforeAll
    static void sell() throws Exception {
        server = RealServer.start(data);
        server.call("POST", "/v1/products", "{\"code\":\"notes\",\"name\":\"Notes\",\"kind\":\"software\"}");
        Map.of("export", "switch", "sync", "switch", "maxNotes", "number", "support", "text")
                .forEach((code, type) -> server.call(
                        "POST",
                        "/v1/products/notes/features",
                        "{\"code\":\"%s\",\"name\":\"%s\",\"type\":\"%s\"}".formatted(code, code, type)));
        plan("basic", "{\"export\":false,\"maxNotes\":100}");
        plan("pro", "{\"export\":true,\"maxNotes\":5000,\"support\":\"mail\"}");
        plan("enterprise", "{\"export\":true,\"sync\":true,\"maxNotes\":1000000,\"support\":\"phone\"}");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void eachTierHasItsFeatures() {
        assertThat(menuOf("basic")).isEqualTo(BASIC);
        assertThat(menuOf("pro")).isEqualTo(PRO);
        assertThat(menuOf("enterprise")).isEqualTo(ENTERPRISE);
    }

    @Test
    void R3_theRunningProgramFollowsWhenTheTierIsSwitched() {
        Map<String, @Nullable Object> license = issue("basic");
        try (LicetClient licet = client(license)) {
            assertThat(Menu.of(licet)).as("before the first answer").isEqualTo(FREE);
            licet.validate();
            assertThat(Menu.of(licet)).isEqualTo(BASIC);

            move(license, "enterprise");
            licet.validate();
            assertThat(Menu.of(licet)).isEqualTo(ENTERPRISE);

            move(license, "pro");
            licet.validate();
            assertThat(Menu.of(licet)).isEqualTo(PRO);
        }
        assertThat(server.send("GET", "/v1/licenses/" + license.get("id") + "/history", null))
                .contains("license.plan_changed");
    }

    private Menu menuOf(String plan) {
        try (LicetClient licet = client(issue(plan))) {
            assertThat(licet.validate().valid()).isTrue();
            return Menu.of(licet);
        }
    }

    private LicetClient client(Map<String, @Nullable Object> license) {
        return LicetClient.of(server.url())
                .product("notes")
                .keys(server.keys())
                .store(folder.resolve(String.valueOf(license.get("id"))))
                .fingerprint(Fingerprint.of("test", "device 1"))
                .licenseKey(String.valueOf(license.get("key")))
                .build();
    }

    private static void plan(String code, String features) {
        server.call(
                "POST",
                "/v1/plans",
                "{\"product\":\"notes\",\"code\":\"%s\",\"name\":\"%s\",\"features\":%s}"
                        .formatted(code, code, features));
    }

    private static Map<String, @Nullable Object> issue(String plan) {
        return server.call("POST", "/v1/licenses", "{\"plan\":\"" + plan + "\"}");
    }

    private static void move(Map<String, @Nullable Object> license, String plan) {
        server.call("PUT", "/v1/licenses/" + license.get("id") + "/plan", "{\"plan\":\"" + plan + "\"}");
    }
}
