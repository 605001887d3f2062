package dev.licet.signing;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The file {@code master.key} in the data directory, for those who set no {@code LICET_MASTER_KEY}. */
final class MasterKeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path path;

    MasterKeyFile(Path dataDirectory) {
        this.path = dataDirectory.resolve("master.key");
    }

    MasterKey readOrMake() {
        boolean fresh = Files.notExists(path) && make();
        try {
            refuseWhenOthersMayRead();
            return new MasterKey(Files.readString(path).strip(), path.toString(), fresh);
        } catch (IOException e) {
            throw new CannotStart(
                    "The master key in " + path + " cannot be read: give the server's user the right to read it.", e);
        }
    }

    /** In one step: the file is there whole, or not at all, and never replaces one that is there (then false). */
    private boolean make() {
        try {
            Files.createDirectories(path.getParent());
            Path draft = path.resolveSibling("master.key." + UUID.randomUUID());
            write(draft);
            return publish(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("No master key could be made at " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path draft) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String text = Base64.getEncoder().encodeToString(random) + "\n";
        try (var file = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            file.force(true);
        }
    }

    private boolean publish(Path draft) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException quickerStart) {
            return false;
        } finally {
            Files.delete(draft);
        }
        if (posix()) {
            try (var directory = FileChannel.open(path.getParent())) {
                directory.force(true);
            }
        }
        return true;
    }

    private void refuseWhenOthersMayRead() throws IOException {
        if (!posix()) {
            return;
        }
        var open = EnumSet.copyOf(OTHERS);
        open.retainAll(Files.getPosixFilePermissions(path));
        if (!open.isEmpty()) {
            throw new CannotStart(
                    "The master key is open to other users of this machine. Close it with: chmod 600 " + path);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
