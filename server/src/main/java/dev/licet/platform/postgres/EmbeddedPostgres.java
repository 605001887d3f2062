package dev.licet.platform.postgres;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL that belongs to this process: started on a directory, kept running, stopped on close. Its commits
 * are durable, it listens on 127.0.0.1 only, and it asks for a password.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Set<EmbeddedPostgres> OPEN = new HashSet<>();
    private static boolean ending;

    private final DataLock lock;
    private final Keeper keeper;
    private final String password;

    private EmbeddedPostgres(DataLock lock, Keeper keeper, String password) {
        this.lock = lock;
        this.keeper = keeper;
        this.password = password;
    }

    /**
     * Starts PostgreSQL on a data directory, which is created where it does not exist. What a killed server or a killed
     * PostgreSQL left behind is cleared up first.
     *
     * @throws CannotStart with one sentence for the person in front of it: another server uses the directory, the disk is
     *     full, a permission is missing, the files are damaged
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        synchronized (OPEN) {
            if (ending) {
                throw new CannotStart("The server is being stopped.");
            }
            try {
                var postgres = open(prepared(directory));
                OPEN.add(postgres);
                return postgres;
            } catch (IOException e) {
                throw Trouble.of("start PostgreSQL", directory, e);
            }
        }
    }

    /** Stops what a server that is told to end in the middle of its start has not taken hold of yet; none starts any more. */
    public static void closeAll() {
        synchronized (OPEN) {
            ending = true;
            List.copyOf(OPEN).forEach(EmbeddedPostgres::close);
        }
    }

    private static Path prepared(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var real = directory.toRealPath();
        if (real.toString().matches("(?s).*[\"$`\\\\\\n].*")) {
            throw new CannotStart(
                    "PostgreSQL cannot live in " + real
                            + ": the path must not contain quotation marks, $, backticks or backslashes. Set LICET_DATA to another.");
        }
        return real;
    }

    private static EmbeddedPostgres open(Path directory) throws IOException {
        var lock = DataLock.take(directory);
        try {
            var files = Cluster.directory(directory);
            var account = Account.of(directory, files);
            var binaries = Binaries.in(directory);
            account.mustReach(binaries.home());
            var password = Files.exists(files)
                    ? Password.read(directory)
                    : new Creation(directory, binaries, account).into(files);
            account.own(files);
            return new EmbeddedPostgres(lock, Keeper.of(new Cluster(directory, binaries, account)), password);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + keeper.port() + "/" + Creation.NAME;
    }

    public String user() {
        return Creation.NAME;
    }

    public String password() {
        return password;
    }

    /** Stops PostgreSQL after its running statements are cut; what was committed stays. Closing twice does nothing more. */
    @Override
    public void close() {
        synchronized (OPEN) {
            OPEN.remove(this);
        }
        keeper.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("Could not free the lock on the data directory", e);
        }
    }
}
