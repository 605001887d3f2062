package dev.licet.core.vectors;

import dev.licet.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of {@code spec/vectors}. */
public final class VectorFiles {
    private VectorFiles() {}

    /** Their directory: below the system property {@code repository}, or else below the working directory or one above it. */
    public static Path directory() {
        Path start = Path.of(System.getProperty("repository", "")).toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path vectors = at.resolve("spec").resolve("vectors");
            if (Files.isRegularFile(vectors.resolve("schema.json"))) {
                return vectors;
            }
        }
        throw new IllegalStateException("No spec/vectors in " + start + " or above it.");
    }

    /** The files by name, without the schema. */
    public static List<Path> list() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith("schema.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of a file. */
    public static List<Vector> cases(Path file) {
        Map<String, @Nullable Object> document = Json.parseObject(text(file));
        List<Vector> cases = new ArrayList<>();
        if (document.get("cases") instanceof List<?> list) {
            list.forEach(each -> cases.add(new Vector(document, Json.parseObject(Json.write(each)))));
        }
        return cases;
    }

    /** The cases of all files. */
    public static List<Vector> cases() {
        return list().stream().flatMap(file -> cases(file).stream()).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
