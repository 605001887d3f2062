package dev.licet.platform.postgres;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** The password of the embedded PostgreSQL: made with the cluster, kept in a file that only its owner reads. */
final class Password {
    private static final Set<PosixFilePermission> OURS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Password() {}

    static String make(Path directory) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        Files.deleteIfExists(file(directory));
        write(file(directory), password);
        return password;
    }

    static String read(Path directory) throws IOException {
        try {
            Files.setPosixFilePermissions(file(directory), OURS);
            return Files.readString(file(directory)).strip();
        } catch (NoSuchFileException e) {
            throw new CannotStart(
                    "The password file " + file(directory)
                            + " of the database beside it is missing: restore it from a backup.",
                    e);
        }
    }

    /** Has the permissions from its first moment on. */
    static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS));
        Files.writeString(file, text + "\n", StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    }

    private static Path file(Path directory) {
        return directory.resolve("postgres.password");
    }
}
