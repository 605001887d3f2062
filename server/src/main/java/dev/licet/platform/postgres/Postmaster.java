package dev.licet.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that postmaster.pid of a cluster names, which may be long dead and its number another process's. */
record Postmaster(Path cluster, long pid) {
    // Above every system's largest process number, below PostgreSQL's.
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    static Optional<Postmaster> of(Path cluster) throws IOException {
        try (var lines = Files.lines(file(cluster))) {
            return lines.findFirst()
                    .filter(line -> line.strip().matches("\\d{1,10}"))
                    .map(line -> new Postmaster(cluster, Long.parseLong(line.strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** True only for a live PostgreSQL of this very cluster; a zombie has no arguments any more. */
    boolean runs() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(info -> info.command().map(c -> c.contains("postgres")).orElse(true))
                .flatMap(ProcessHandle.Info::arguments)
                .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                .orElse(false);
    }

    /**
     * PostgreSQL will not start while any process has the number in the file, also a stranger or a zombie. The number is
     * made harmless; the rest of the file stays, by which PostgreSQL finds children of the dead one that still run.
     */
    void disown() throws IOException {
        if (ProcessHandle.of(pid).isEmpty()) {
            return;
        }
        try (var lines = Files.lines(file(cluster))) {
            var rest = lines.skip(1);
            Files.writeString(
                    file(cluster), Stream.concat(Stream.of(NOBODY), rest).collect(Collectors.joining("\n", "", "\n")));
        }
    }

    void kill() {
        if (runs()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
