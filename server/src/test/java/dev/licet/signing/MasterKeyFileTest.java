package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.platform.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {
    @TempDir
    private Path data;

    @Test
    void is_made_once_and_readable_by_its_owner_only() throws Exception {
        MasterKey made = new MasterKeyFile(data.resolve("new")).readOrMake();
        MasterKey again = new MasterKeyFile(data.resolve("new")).readOrMake();

        assertThat(made.fresh()).isTrue();
        assertThat(again.fresh()).isFalse();
        assertThat(again.secret()).isEqualTo(made.secret());
        assertThat(Base64.getDecoder().decode(made.secret())).hasSize(32);
        Path file = data.resolve("new/master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void is_one_however_many_start_at_once() throws Exception {
        Callable<MasterKey> start = () -> new MasterKeyFile(data).readOrMake();
        try (var starts = Executors.newFixedThreadPool(8)) {
            var keys = starts.invokeAll(Stream.generate(() -> start).limit(8).toList()).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(keys.stream().map(MasterKey::secret).collect(Collectors.toSet()))
                    .hasSize(1);
            assertThat(keys.stream().filter(MasterKey::fresh)).hasSize(1);
        }
    }

    @Test
    void is_refused_when_others_can_read_it() throws Exception {
        new MasterKeyFile(data).readOrMake();
        Path file = data.resolve("master.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> new MasterKeyFile(data).readOrMake())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void is_refused_when_it_is_cut_off() throws Exception {
        new MasterKeyFile(data).readOrMake();
        Path file = data.resolve("master.key");
        Files.writeString(file, "short");

        assertThatThrownBy(() -> new MasterKeyFile(data).readOrMake())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("has 5 characters");
    }
}
