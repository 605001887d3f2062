package dev.licet.sdk.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A small file that several threads and processes read and replace. A reader sees the old content or the new, never a
 * part; where the file system knows POSIX permissions only the owner reads it.
 */
public final class LockedFile {

    /** The operating system's lock is held by a process, so threads of one process need one of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final int LIMIT = 1 << 20;

    private final Path file;
    private final int limit;

    public LockedFile(Path file) {
        this(file, LIMIT);
    }

    /** @param limit how many bytes are read at most; a longer file reads as cut off there */
    public LockedFile(Path file, int limit) {
        this.file = file.toAbsolutePath().normalize();
        this.limit = limit;
    }

    /** What is done while no other thread or process is inside. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Runs {@code work} alone among all threads and processes that use this file. Must not be nested. */
    public <T> T alone(Work<T> work) throws IOException {
        ReentrantLock threads = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
        threads.lock();
        try {
            OwnerOnly.directories(folder());
            try (FileChannel channel =
                            FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("The lock on " + file + " was lost.");
                }
                return work.run();
            } catch (OverlappingFileLockException e) {
                throw new IOException(file + " is in use by another class loader of this Java.", e);
            }
        } finally {
            threads.unlock();
        }
    }

    /** The content, or empty when there is no such file. */
    public Optional<byte[]> read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(limit));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Replaces the content in one step; it is on the disk when this returns. */
    public void write(byte[] content) throws IOException {
        Path fresh = OwnerOnly.temporary(folder(), file.getFileName().toString());
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private Path beside(String suffix) {
        return folder().resolve(file.getFileName() + suffix);
    }

    private Path folder() {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("The root folder can't be the file: " + file);
        }
        return parent;
    }
}
