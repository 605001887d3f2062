package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.id.Uuid7;
import dev.licet.core.json.Json;
import dev.licet.sdk.internal.OwnedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where usage waits until the server has it: files of lines, each written by one process, and sent by any that finds it when nobody
 * writes to it. What was appended outlasts the process, however it ends.
 */
final class Spool {

    static final String SUFFIX = ".usage";

    /** A file that has grown to this gets no more. */
    private static final long FILE = 256 << 10;

    private static final long LOOK = 1_000_000_000;

    private final Path folder;
    private final Seal seal;
    private final long most;
    private @Nullable OwnedFile active;
    private @Nullable String activeKey;
    private boolean full;
    private long lookedAt;

    /** @param most bytes that all files may have together */
    Spool(Settings settings, long most) {
        this.folder = settings.store().resolve(Store.name(settings) + SUFFIX);
        this.seal = new Seal(settings.fingerprint().secret("usage"), "licet usage 1");
        this.most = most;
    }

    /** Keeps an event of a licence. */
    synchronized void append(String key, String line) throws IOException {
        OwnedFile file = active;
        if (file == null || !key.equals(activeKey) || file.size() >= FILE) {
            file = next(key);
        }
        file.append(line.getBytes(UTF_8));
    }

    /** Has what was appended so far ready to be sent. */
    void turn() throws IOException {
        OwnedFile done;
        synchronized (this) {
            done = active;
            active = null;
            full = false;
        }
        if (done != null) {
            done.force();
            done.close();
        }
    }

    /** The files that may be sent, the oldest first. */
    List<Path> waiting() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** A file to send, unless it belongs to another process or is gone. */
    Optional<SpoolFile> take(Path path) throws IOException {
        Optional<OwnedFile> mine = OwnedFile.take(path);
        return mine.isEmpty() ? Optional.empty() : SpoolFile.read(mine.get(), seal);
    }

    private OwnedFile next(String key) throws IOException {
        if (isFull()) {
            throw new IOException(folder + " has its " + most + " bytes of usage that was not sent yet");
        }
        if (active != null) {
            active.close();
            active = null;
        }
        Path path = folder.resolve(Uuid7.next() + SUFFIX);
        OwnedFile file = OwnedFile.make(path).orElseThrow(() -> new IOException(path + " is in use"));
        String sealed = Base64.getEncoder().encodeToString(seal.close(key.getBytes(UTF_8)));
        file.append((Json.write(Map.of("key", sealed)) + "\n").getBytes(UTF_8));
        active = file;
        activeKey = key;
        return file;
    }

    /** Looked at again once in a second, since a program that adds and adds would do little else. */
    private boolean isFull() throws IOException {
        long now = System.nanoTime();
        if (!full || now - lookedAt > LOOK) {
            full = size() >= most;
            lookedAt = now;
        }
        return full;
    }

    private long size() throws IOException {
        long size = 0;
        for (Path file : waiting()) {
            size += Files.size(file);
        }
        return size;
    }
}
