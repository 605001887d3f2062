package dev.licet.platform.postgres;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the class path into a directory that many data directories may share. */
record Binaries(Path home) {
    static final String VERSION = "18.6";

    /** Names a shared directory to unpack into; by default it is the data directory. */
    static final String SHARED = "licet.postgres.binaries";

    static Binaries in(Path dataDirectory) {
        var shared = System.getProperty(SHARED);
        var parent = shared == null ? dataDirectory : Path.of(shared).toAbsolutePath();
        var home = parent.resolve("postgresql-" + VERSION);
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(parent);
                unpack(parent, home);
            }
        } catch (IOException e) {
            throw Trouble.of("unpack PostgreSQL", parent, e);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Through a directory of its own and one rename: a crash leaves rubbish aside, never half an installation. */
    private static void unpack(Path parent, Path home) throws IOException {
        var fresh = Files.createTempDirectory(parent, ".unpack-");
        try (var archive = new TarArchiveInputStream(new XZInputStream(bundle()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                write(fresh, entry, archive);
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Trees.renameUnlessThere(fresh, home);
        } finally {
            Trees.delete(fresh);
        }
    }

    private static void write(Path root, TarArchiveEntry entry, InputStream content) throws IOException {
        var path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream bundle() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var bundle = Binaries.class.getResourceAsStream(name);
        if (bundle == null) {
            throw new CannotStart(
                    "This build has no PostgreSQL for this machine (" + name.substring(1)
                            + " is missing): build it here with ./licet build, or set LICET_DATABASE_URL to a PostgreSQL of your own.");
        }
        return bundle;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }
}
