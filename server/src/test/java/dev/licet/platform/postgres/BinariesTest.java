package dev.licet.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    private final String before = System.getProperty(Binaries.SHARED, "");

    @TempDir
    Path data;

    @AfterEach
    void restore() {
        System.setProperty(Binaries.SHARED, before);
    }

    @Test
    void unpacksOnceIntoTheDataDirectory() throws Exception {
        System.clearProperty(Binaries.SHARED);

        var first = Binaries.in(data);
        var made = Files.getLastModifiedTime(first.home());

        assertThat(first.home()).isEqualTo(data.resolve("postgresql-18.6"));
        assertThat(Path.of(first.program("postgres"))).isExecutable();
        try (var files = Files.list(first.home().resolve("lib"))) {
            assertThat(files).anyMatch(Files::isSymbolicLink);
        }
        assertThat(Files.getLastModifiedTime(Binaries.in(data).home())).isEqualTo(made);
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(first.home());
        }
    }
}
