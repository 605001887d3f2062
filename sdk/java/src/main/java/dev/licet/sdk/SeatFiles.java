package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.json.JsonException;
import dev.licet.sdk.internal.LockedFile;
import dev.licet.sdk.internal.OwnedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;

/**
 * The seats that this device holds, a file for each, so that a borrowed one outlasts the program and one that a crash left behind
 * is taken up again. The process that uses a seat owns the lock beside it; when the process is gone, so is the lock.
 */
final class SeatFiles {

    private static final String SUFFIX = ".lease";

    private final Path folder;
    private final Seal seal;
    private final TokenCheck check;

    SeatFiles(Settings settings, TokenCheck check) {
        this.folder = settings.store().resolve(Store.name(settings) + ".leases");
        this.seal = new Seal(settings.fingerprint().secret("lease"), "licet lease 1 " + Store.name(settings));
        this.check = check;
    }

    /** A seat that was kept, now owned by this process. */
    record Kept(Seat seat, OwnedFile use) {}

    /** Keeps a seat that is new here, and owns it. */
    OwnedFile keep(Seat seat) throws IOException {
        OwnedFile use = OwnedFile.make(lock(seat.id()))
                .orElseThrow(() -> new IOException("The seat " + seat.id() + " is in use by another process."));
        try {
            update(seat);
            return use;
        } catch (IOException e) {
            forget(seat.id(), use);
            throw e;
        }
    }

    /** Only by its owner. */
    void update(Seat seat) throws IOException {
        new LockedFile(file(seat.id())).write(seal.close(seat.write().getBytes(UTF_8)));
    }

    /** Only by its owner. */
    void forget(String id, OwnedFile use) throws IOException {
        Files.deleteIfExists(file(id));
        use.delete();
    }

    /** The ids of the seats that are kept, in the order they were taken. */
    List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Takes up a seat that no living process uses. One that can't be used any more is cleared away. */
    Optional<Kept> takeUp(String id) throws IOException {
        Optional<OwnedFile> use = OwnedFile.make(lock(id));
        if (use.isEmpty()) {
            return Optional.empty();
        }
        Optional<Seat> seat = read(id);
        if (seat.isEmpty()) {
            forget(id, use.get());
        }
        return seat.map(kept -> new Kept(kept, use.get()));
    }

    private Optional<Seat> read(String id) throws IOException {
        try {
            byte[] closed = Files.readAllBytes(file(id));
            return Optional.of(Seat.read(new String(seal.open(closed), UTF_8), check));
        } catch (NoSuchFileException
                | AEADBadTagException
                | JsonException
                | DateTimeException
                | LicetException.Untrusted e) {
            return Optional.empty();
        }
    }

    private Path file(String id) {
        return folder.resolve(safe(id) + SUFFIX);
    }

    private Path lock(String id) {
        return folder.resolve(safe(id) + ".lock");
    }

    /** The server's ids are; another server's may be anything. */
    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
