package dev.licet.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteFileTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void keepsOneNoteALineThatAPersonCanRead() throws Exception {
        NoteFile file = file();
        file.change(notes -> List.of(Note.of(7, "Call\tAda\n\u001b[31mnow", NOW)));
        assertThat(Files.readString(folder.resolve("sub/notes.txt")))
                .isEqualTo("7\t2026-11-22T10:00:00Z\tCall Ada [31mnow\n");
        assertThat(file.read()).containsExactly(new Note(7, NOW, "Call Ada [31mnow"));
    }

    @Test
    void namesALineThatIsNoNote() throws Exception {
        NoteFile file = file();
        file.change(notes -> List.of(Note.of(1, "Tea", NOW)));
        Files.writeString(folder.resolve("sub/notes.txt"), "1\t2026-11-22T10:00:00Z\tTea\nMilk\n");
        assertThatThrownBy(file::read).isInstanceOf(Trouble.class).hasMessageStartingWith("Line 2 of ");
    }

    private NoteFile file() {
        return new NoteFile(folder.resolve("sub/notes.txt"));
    }
}
