package dev.licet.sdk.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that belongs to one process as long as it is open, and to nobody once that process is gone, however it went. Where the
 * file system knows POSIX permissions only the owner of the process reads it.
 */
public final class OwnedFile implements AutoCloseable {

    /**
     * What is open in this process. On POSIX systems, to open and close a file a second time would let go of the lock of the
     * first, so it must not even be tried.
     */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path file;

    /** Not a channel: that would be closed by any thread that comes along with its interrupt flag set. */
    private final RandomAccessFile content;

    private OwnedFile(Path file, RandomAccessFile content) {
        this.file = file;
        this.content = content;
    }

    /** Opens a file, made with its folder when it isn't there; empty when it belongs to somebody else. */
    public static Optional<OwnedFile> make(Path path) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder != null) {
            OwnerOnly.directories(folder);
        }
        try {
            Files.createFile(file, OwnerOnly.file());
        } catch (FileAlreadyExistsException there) {
            // All the better.
        }
        return take(file);
    }

    /** Opens a file; empty when it is not there, or belongs to somebody else. */
    public static Optional<OwnedFile> take(Path path) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        if (!Files.exists(file) || !HERE.add(file)) {
            return Optional.empty();
        }
        RandomAccessFile content = null;
        boolean mine = false;
        try {
            content = new RandomAccessFile(file.toFile(), "rw");
            mine = locked(content);
            return mine ? Optional.of(new OwnedFile(file, content)) : Optional.empty();
        } finally {
            if (!mine) {
                if (content != null) {
                    content.close();
                }
                HERE.remove(file);
            }
        }
    }

    private static boolean locked(RandomAccessFile content) throws IOException {
        try {
            return content.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException otherClassLoader) {
            return false;
        }
    }

    public Path path() {
        return file;
    }

    /** Writes at the end. Once this returns, the bytes outlast the process, though not a power cut before {@link #force}. */
    public void append(byte[] bytes) throws IOException {
        content.seek(content.length());
        content.write(bytes);
    }

    public byte[] read() throws IOException {
        byte[] all = new byte[Math.toIntExact(content.length())];
        content.seek(0);
        content.readFully(all);
        return all;
    }

    public long size() throws IOException {
        return content.length();
    }

    /** Has what was written on the disk itself. */
    public void force() throws IOException {
        content.getFD().sync();
    }

    /** Lets go of the file and removes it; whoever comes in between finds it empty. */
    public void delete() throws IOException {
        content.setLength(0);
        try {
            Files.deleteIfExists(file);
        } catch (IOException openFilesStayHere) {
            content.close();
            Files.deleteIfExists(file);
        } finally {
            close();
        }
    }

    /** Lets go of the file; it stays. */
    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            HERE.remove(file);
        }
    }
}
