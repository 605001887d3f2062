package dev.licet.platform.postgres;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One server per data directory. The system frees the lock with the process, however that ends. */
final class DataLock implements AutoCloseable {
    // POSIX drops a process's lock when it closes any handle on the file, so this process must not try twice.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel file;

    private DataLock(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
    }

    static DataLock take(Path directory) throws IOException {
        if (!HELD_HERE.add(directory)) {
            throw taken(directory, String.valueOf(ProcessHandle.current().pid()));
        }
        try {
            return new DataLock(directory, locked(directory));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(directory);
            throw e;
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        var file = FileChannel.open(
                directory.resolve("licet.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw taken(directory, owner(file));
            }
            file.truncate(0);
            file.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String owner(FileChannel file) throws IOException {
        var text = ByteBuffer.allocate(20);
        file.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }

    private static CannotStart taken(Path directory, String pid) {
        return new CannotStart("A Licet server (pid " + pid + ") is already running on the data directory " + directory
                + ": stop it first, or set LICET_DATA to another directory.");
    }

    @Override
    public void close() throws IOException {
        file.close();
        HELD_HERE.remove(directory);
    }
}
