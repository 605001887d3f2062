package dev.licet.platform.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The files of one PostgreSQL, and its process through pg_ctl, which gives it a session that no terminal's Ctrl-C reaches. */
record Cluster(Path data, Binaries binaries, Account account) {
    static final String LOG = "postgres.log";
    private static final long LOG_LIMIT = 10_000_000;

    /** What must hold however postgresql.conf was edited: nobody but this machine, and nothing acknowledged is lost. */
    private static final List<String> FIXED = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=''",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "logging_collector=off");

    Path directory() {
        return directory(data);
    }

    static Path directory(Path data) {
        return data.resolve("postgres");
    }

    /** One attempt: a start may find children of a killed postmaster still dying, which takes moments. */
    Command.Result start(int port) throws IOException {
        retire();
        rotateLog();
        var before = logSize();
        var started = control("start", "-w", "-s", "-t", "600", "-l", log().toString(), "-o", options(port));
        return started.ok() ? started : new Command.Result(started.exit(), said(before) + "\n" + started.output());
    }

    void stop() {
        if (!control("stop", "-w", "-s", "-m", "fast", "-t", "60").ok()) {
            control("stop", "-w", "-s", "-m", "immediate", "-t", "20");
        }
    }

    boolean runs() {
        try {
            return Postmaster.of(directory()).map(Postmaster::runs).orElse(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A log is appended to by PostgreSQL for as long as it runs, so it is emptied, not renamed. */
    void rotateLog() throws IOException {
        if (logSize() > LOG_LIMIT) {
            Files.copy(log(), directory().resolve(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (var file = new RandomAccessFile(log().toFile(), "rw")) {
                file.setLength(0);
            }
        }
    }

    /** Stops a PostgreSQL that outlived its server, and disarms the trace of one that is dead. */
    private void retire() throws IOException {
        var found = Postmaster.of(directory());
        if (found.isEmpty()) {
            return;
        }
        var postmaster = found.get();
        if (postmaster.runs()) {
            stop();
            postmaster.kill();
        }
        var rest = Postmaster.of(directory());
        if (rest.isPresent()) {
            rest.get().disown();
        }
    }

    private Command.Result control(String action, String... arguments) {
        var all = new ArrayList<>(List.of(action, "-D", directory().toString()));
        all.addAll(List.of(arguments));
        return Command.of(account.prefix(), binaries.program("pg_ctl"), all.toArray(String[]::new))
                .run();
    }

    private static String options(int port) {
        var options = new StringBuilder("-p ").append(port);
        FIXED.forEach(option -> options.append(" -c ").append(option));
        return options.toString();
    }

    private String said(long since) throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        try (var file = new RandomAccessFile(log().toFile(), "r")) {
            file.seek(Math.min(since, file.length()));
            var bytes = new byte[(int) Math.min(100_000, file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private long logSize() throws IOException {
        return Files.exists(log()) ? Files.size(log()) : 0;
    }

    private Path log() {
        return directory().resolve(LOG);
    }
}
