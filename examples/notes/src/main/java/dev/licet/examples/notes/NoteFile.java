package dev.licet.examples.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The notes, in a plain text file that other programs can read, and that is always whole. */
final class NoteFile {
    private final Path file;

    NoteFile(Path file) {
        this.file = file;
    }

    /** @throws Trouble when the file can't be read, or a line of it is no note */
    List<Note> read() {
        try {
            return Files.exists(file) ? parsed(Files.readAllLines(file, UTF_8)) : List.of();
        } catch (IOException e) {
            throw Trouble.of("The notes in " + file + " can't be read: " + e);
        }
    }

    /** Changes the notes while no other process does; what the change throws leaves them as they were. */
    void change(UnaryOperator<List<Note>> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel alone = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                alone.lock();
                List<Note> before = read();
                List<Note> after = change.apply(before);
                if (!after.equals(before)) {
                    write(after.stream().map(note -> note.line() + "\n").collect(Collectors.joining()), file);
                }
            }
        } catch (IOException e) {
            throw Trouble.of("The notes in " + file + " can't be written: " + e);
        }
    }

    /** Writes a file beside the old one and puts it in its place: a crash leaves the one or the other. */
    static void write(String text, Path target) throws IOException {
        Path fresh = Files.createTempFile(target.toAbsolutePath().getParent(), ".notes-", ".new");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(UTF_8.encode(text));
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private List<Note> parsed(List<String> lines) {
        List<Note> notes = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                notes.add(Note.parse(line)
                        .orElseThrow(() -> Trouble.of("Line " + (lines.indexOf(line) + 1) + " of " + file
                                + " is no note. Mend or remove it: number, time and text with tabs between.")));
            }
        }
        return List.copyOf(notes);
    }
}
