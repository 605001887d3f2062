package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.platform.CannotStart;
import dev.licet.testing.DatabaseDump;
import dev.licet.testing.TestDatabase;
import dev.licet.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    private static final String MASTER_KEY = "a master key of at least thirty-two characters";

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path data;

    @Test
    void makes_one_signing_key_however_many_nodes_start_at_once() throws Exception {
        try (var server = TestServer.on(database, Map.of());
                var starts = Executors.newFixedThreadPool(8)) {
            server.jdbc().sql("delete from signing_horizons").update();
            server.jdbc().sql("delete from signing_keys").update();
            var store = server.bean(SigningKeyStore.class);
            Callable<String> start = () -> new KeyRing(store, Ed25519.fastest(), InstantSource.system())
                    .current("EdDSA")
                    .kid();

            var kids = starts.invokeAll(Collections.nCopies(8, start)).stream()
                    .map(done -> done.resultNow())
                    .distinct()
                    .toList();
            assertThat(kids).hasSize(1);
            assertThat(store.rows()).extracting(KeyRow::algorithm).containsExactlyInAnyOrder("EdDSA", "ML-DSA-65");
        }
    }

    @Test
    void is_refused_with_another_master_key_before_anything_is_written() {
        TestServer.on(database, Map.of("LICET_MASTER_KEY", MASTER_KEY)).close();
        String before = DatabaseDump.of(database).text();

        refused(
                () -> TestServer.on(database, Map.of("LICET_MASTER_KEY", MASTER_KEY + "!")),
                "LICET_MASTER_KEY is not the one that this database was made with");
        assertThat(DatabaseDump.of(database).text()).isEqualTo(before);
    }

    @Test
    void is_refused_when_the_master_key_is_lost_and_makes_no_new_one() {
        TestServer.on(database, keyInFile(data)).close();
        Path empty = data.resolve("restored-without-the-key");

        refused(
                () -> TestServer.on(database, keyInFile(empty)),
                "There is no master key, and this database was made with one");
        assertThat(empty.resolve("master.key")).doesNotExist();
    }

    @Test
    void takes_the_text_of_the_file_as_LICET_MASTER_KEY_too() throws Exception {
        String kid;
        try (var server = TestServer.on(database, keyInFile(data))) {
            kid = server.bean(Signer.class).kid();
        }
        String key = Files.readString(data.resolve("master.key")).strip();
        try (var server = TestServer.on(database, Map.of("LICET_MASTER_KEY", key))) {
            assertThat(server.bean(Signer.class).kid()).isEqualTo(kid);
        }
    }

    private static Map<String, String> keyInFile(Path data) {
        return Map.of("LICET_DATA", data.toString(), "LICET_MASTER_KEY", "");
    }

    private static void refused(ThrowingCallable start, String sentence) {
        assertThatThrownBy(start)
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining(sentence);
    }
}
