package dev.licet.sdk.device;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file system that describes the machine, {@code /} or a test's folder. What can't be read is empty: an ordinary
 * user may not read everything, and a missing fact is no error.
 */
record Root(Path path) {

    private static final int LIMIT = 1 << 20;

    Path at(String absolute) {
        return path.resolve(absolute.substring(1));
    }

    boolean has(String absolute) {
        return Files.exists(at(absolute));
    }

    /** The whole text of a file, or nothing. */
    Optional<String> text(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LIMIT), ISO_8859_1));
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
        }
    }

    Optional<String> text(String absolute) {
        return text(at(absolute));
    }

    /** A file's text when it identifies something. */
    Optional<String> value(String absolute) {
        return text(absolute).flatMap(Telling::value);
    }

    List<String> lines(String absolute) {
        return text(absolute).map(all -> all.lines().toList()).orElse(List.of());
    }

    /** What a symbolic link leads to, or nothing. */
    Optional<Path> real(Path link) {
        try {
            return Optional.of(link.toRealPath());
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
        }
    }

    /** A folder's entries by name, or none. */
    List<Path> entries(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(found::add);
        } catch (IOException | SecurityException unreadable) {
            return List.of();
        }
        found.sort(null);
        return found;
    }
}
