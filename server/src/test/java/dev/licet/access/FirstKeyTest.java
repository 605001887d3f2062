package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.platform.Paging;
import dev.licet.testing.Answer;
import dev.licet.testing.TestDatabase;
import dev.licet.testing.TestServer;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstKeyTest {

    @Test
    void is_made_when_none_is_chosen_and_told_once(CapturedOutput output) {
        try (var server = TestServer.start(Map.of("LICET_API_KEY", ""))) {
            String key = server.bean(FirstKey.class).value().orElseThrow();
            assertThat(key).matches("licet_[A-Za-z0-9_-]{43}");
            Answer keys = server.http().withApiKey(key).get("/v1/api-keys").expect(200);
            assertThat(keys.list("/data")).hasSize(1);
            assertThat(keys.list("/data/0/scopes")).isEqualTo(Scopes.ALL);
            assertThat(output).doesNotContain(key);

            server.restart();
            assertThat(server.bean(FirstKey.class).value()).isEmpty();
            server.http().withApiKey(key).get("/v1/api-keys").expect(200);
        }
    }

    @Test
    void is_the_chosen_one_at_the_first_start_only(CapturedOutput output) {
        TestDatabase database = TestDatabase.create();
        String master = "one master key for both of these starts";
        Map<String, String> first =
                Map.of("LICET_MASTER_KEY", master, "LICET_API_KEY", "the-key-that-the-vendor-chose");
        Map<String, String> later = Map.of("LICET_MASTER_KEY", master, "LICET_API_KEY", "another-key-set-much-later");

        try (var server = TestServer.on(database, first)) {
            assertThat(server.bean(FirstKey.class).value()).isEmpty();
            server.http()
                    .withApiKey("the-key-that-the-vendor-chose")
                    .get("/v1/api-keys")
                    .expect(200);
        }
        assertThat(output).doesNotContain("LICET_API_KEY is not a working key");
        try (var server = TestServer.on(database, later)) {
            server.http()
                    .withApiKey("the-key-that-the-vendor-chose")
                    .get("/v1/api-keys")
                    .expect(200);
            server.http()
                    .withApiKey("another-key-set-much-later")
                    .get("/v1/api-keys")
                    .problem(401, "UNAUTHORIZED");
        }
        assertThat(output)
                .contains("LICET_API_KEY is not a working key")
                .doesNotContain("another-key-set-much-later")
                .doesNotContain("the-key-that-the-vendor-chose");
    }

    @Test
    void is_one_however_many_nodes_start_at_once() throws Exception {
        try (var server = TestServer.start(Map.of());
                var starts = Executors.newFixedThreadPool(8)) {
            server.jdbc().sql("delete from api_keys").update();
            Callable<Optional<ApiKeys.Made>> start =
                    () -> server.bean(ApiKeys.class).makeFirst(null);

            var made = starts.invokeAll(Collections.nCopies(8, start)).stream()
                    .filter(done -> done.resultNow().isPresent())
                    .toList();
            assertThat(made).hasSize(1);
            assertThat(server.bean(ApiKeyStore.class).page(new Paging(10, null)))
                    .hasSize(1);
        }
    }
}
