package dev.licet.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes a new cluster with a database and a role of Licet's own, which is no superuser. */
record Creation(Path directory, Binaries binaries, Account account) {
    static final String NAME = "licet";

    /** Written into postgresql.conf, where an operator may change them. */
    private static final List<String> SETTINGS = List.of(
            "shared_buffers=128MB",
            "max_connections=100",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] ",
            "log_statement=none",
            // Values of rows, which may be personal, stand in the details and the statements of errors.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    /** Aside, then one rename: a crash on the way leaves a directory that the next start throws away. */
    String into(Path cluster) throws IOException {
        var aside = directory.resolve("postgres.new");
        Trees.delete(aside);
        var password = Password.make(directory);
        Files.createDirectory(aside);
        Password.write(aside.resolve("password"), password);
        account.own(aside);
        initialise(aside, password);
        Files.move(aside.resolve("cluster"), cluster, StandardCopyOption.ATOMIC_MOVE);
        force(directory);
        Trees.delete(aside);
        return password;
    }

    private void initialise(Path aside, String password) {
        var cluster = aside.resolve("cluster").toString();
        var arguments = new ArrayList<>(List.of(
                "-D",
                cluster,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + aside.resolve("password"),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                // The builtin provider sorts and compares; this one exists on every system.
                "--locale=C",
                "--data-checksums"));
        SETTINGS.forEach(setting -> arguments.add("--set=" + setting));
        var made = Command.of(account.prefix(), binaries.program("initdb"), arguments.toArray(String[]::new))
                .run();
        if (!made.ok()) {
            throw Trouble.of("create the database", directory, made.output());
        }
        addDatabase(cluster, password);
    }

    private void addDatabase(String cluster, String password) {
        var sql = "CREATE ROLE %1$s LOGIN PASSWORD '%2$s'\nCREATE DATABASE %1$s OWNER %1$s\n".formatted(NAME, password);
        var added = Command.of(
                        account.prefix(), binaries.program("postgres"), "--single", "-j", "-D", cluster, "postgres")
                .run(sql.replace("\n", ";\n\n"));
        if (!added.ok() || added.output().contains("ERROR:")) {
            throw Trouble.of("create the database", directory, added.output().replace(password, "…"));
        }
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }
}
