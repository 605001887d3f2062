package dev.licet.examples.notes;

import dev.licet.sdk.License;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done with notes. Only adding and exporting look at the licence. */
final class NoteCommands {
    private final NoteFile file;
    private final Licensing licensing;
    private final Terminal terminal;

    NoteCommands(NoteFile file, Licensing licensing, Terminal terminal) {
        this.file = file;
        this.licensing = licensing;
        this.terminal = terminal;
    }

    boolean add(String text) {
        String line = required(text, "Write what to note, as in: notes add call Ada");
        Optional<License> license = licensing.current();
        long most = Allowance.of(license).maxNotes();
        List<Note> added = new ArrayList<>();
        file.change(notes -> {
            if (notes.size() >= most) {
                return notes;
            }
            int next = notes.stream().mapToInt(Note::number).max().orElse(0) + 1;
            added.add(Note.of(next, line, Instant.now()));
            List<Note> all = new ArrayList<>(notes);
            all.addAll(added);
            return all;
        });
        if (added.isEmpty()) {
            refuse("There is room for " + most + " notes, and all of it is taken.", "more room", license);
            return false;
        }
        terminal.good("Added note " + added.get(0).number() + ".");
        urge(license);
        return true;
    }

    boolean list() {
        show(file.read(), "There are no notes yet. Write one: notes add TEXT");
        return true;
    }

    boolean find(String words) {
        String wanted = required(words, "Write what to look for, as in: notes find Ada");
        List<Note> found = file.read().stream().filter(note -> note.has(wanted)).toList();
        show(found, "No note has these words.");
        return !found.isEmpty();
    }

    boolean edit(String argument) {
        String[] parts = argument.split("\\s+", 2);
        if (parts.length < 2) {
            throw Trouble.usage("Write a number and a text, as in: notes edit 3 call Ada");
        }
        Note old = existing(parts[0]);
        Note fresh = new Note(old.number(), old.at(), required(parts[1], "Write the new text after the number."));
        file.change(notes -> notes.stream()
                .map(note -> note.number() == old.number() ? fresh : note)
                .toList());
        terminal.good("Changed note " + old.number() + ".");
        return true;
    }

    boolean remove(String number) {
        Note gone = existing(number);
        file.change(notes ->
                notes.stream().filter(note -> note.number() != gone.number()).toList());
        terminal.good("Removed note " + gone.number() + ": " + gone.text());
        return true;
    }

    boolean export(String target) {
        Path path = Path.of(required(target, "Write where to, as in: notes export notes.md"));
        Optional<License> license = licensing.current();
        if (!Allowance.of(license).export()) {
            refuse("Export comes with Pro.", "it", license);
            return false;
        }
        Optional<String> usedUp = Exports.use(license, licensing);
        if (usedUp.isPresent()) {
            terminal.bad(usedUp.get());
            return false;
        }
        List<Note> notes = file.read();
        try {
            NoteFile.write(markdown(notes), path);
        } catch (IOException e) {
            throw Trouble.of(path + " can't be written: " + e);
        }
        terminal.good("Wrote " + notes.size() + " notes to " + path + ".");
        urge(license);
        return true;
    }

    private void show(List<Note> notes, String none) {
        if (notes.isEmpty()) {
            terminal.faint(none);
        }
        for (Note note : notes) {
            terminal.say(terminal.bold(String.format("%4d", note.number())) + "  " + Dates.column(note.at()) + "  "
                    + note.text());
        }
    }

    /** Says what is not permitted, why the licence does not help, and what would. */
    private void refuse(String what, String wanted, Optional<License> license) {
        terminal.bad(what);
        if (license.isPresent() && license.get().valid()) {
            String plan = license.get().plan().orElse("");
            terminal.say("Your plan is " + plan + ". A larger plan has " + wanted + ".");
        } else if (license.isPresent()) {
            Explanation why = Explanation.of(license.get());
            terminal.say(why.what() + " " + why.advice());
        } else {
            terminal.say("A licence has " + wanted + ": notes activate KEY");
        }
    }

    private void urge(Optional<License> license) {
        license.filter(License::valid).ifPresent(valid -> Advice.urgent(valid).forEach(terminal::bad));
    }

    private Note existing(String number) {
        return file.read().stream()
                .filter(note -> String.valueOf(note.number()).equals(number.strip()))
                .findFirst()
                .orElseThrow(() -> Trouble.of(
                        number.isBlank()
                                ? "Write which, as in: notes remove 3"
                                : "There is no note " + number + ". notes list shows their numbers."));
    }

    private static String required(String argument, String otherwise) {
        String line = Note.oneLine(argument);
        if (line.isEmpty()) {
            throw Trouble.usage(otherwise);
        }
        return line;
    }

    private static String markdown(List<Note> notes) {
        return notes.stream()
                .map(note -> "* " + Dates.column(note.at()) + ": " + note.text() + "\n")
                .collect(Collectors.joining("", "# Notes\n\n", ""));
    }
}
