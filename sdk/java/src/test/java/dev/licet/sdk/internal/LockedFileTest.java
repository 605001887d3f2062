package dev.licet.sdk.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFileTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        Path path = folder.resolve("deep/state");
        LockedFile file = new LockedFile(path);
        file.alone(() -> {
            file.write("x".getBytes(US_ASCII));
            return 0;
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesNothingBesideIt() throws IOException {
        LockedFile file = new LockedFile(folder.resolve("state"));
        file.write("one".getBytes(US_ASCII));
        file.write("two".getBytes(US_ASCII));
        try (var names = Files.list(folder)) {
            assertThat(names.map(Path::getFileName)).containsExactly(Path.of("state"));
        }
        assertThat(file.read()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("two".getBytes(US_ASCII)));
    }

    @Test
    void threadsTakeTurns() throws Exception {
        Path path = folder.resolve("count");
        new LockedFile(path).write("0".getBytes(US_ASCII));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(threads.submit(() -> new LockedFile(path).alone(() -> add(path))));
            }
            for (Future<Integer> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Files.readString(path)).isEqualTo("40");
    }

    @Test
    void processesTakeTurns() throws Exception {
        Path path = folder.resolve("count");
        new LockedFile(path).write("0".getBytes(US_ASCII));
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LockedFileTest.class.getName(),
                            path.toString())
                    .inheritIO()
                    .start());
        }
        for (Process each : all) {
            assertThat(each.waitFor()).isZero();
        }
        assertThat(Files.readString(path)).isEqualTo("60");
    }

    @Test
    void workThatFailsFreesTheLock() throws IOException {
        LockedFile file = new LockedFile(folder.resolve("state"));
        assertThatThrownBy(() -> file.alone(() -> {
                    throw new IOException("no");
                }))
                .hasMessage("no");
        assertThat(file.<String>alone(() -> "free")).isEqualTo("free");
    }

    /** One of several processes that count together. */
    public static void main(String[] args) throws IOException {
        Path path = Path.of(args[0]);
        for (int i = 0; i < 20; i++) {
            new LockedFile(path).alone(() -> add(path));
        }
    }

    private static int add(Path path) throws IOException {
        LockedFile file = new LockedFile(path);
        int next = Integer.parseInt(new String(file.read().orElseThrow(), US_ASCII)) + 1;
        file.write(Integer.toString(next).getBytes(US_ASCII));
        return next;
    }
}
