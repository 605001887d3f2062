package dev.licet.examples.notes;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The interactive mode: the same commands, one after another, while the licence is watched in the background. */
final class Prompt {
    private static final Set<String> FAREWELLS = Set.of("quit", "exit", "q");

    private final Commands commands;
    private final Licensing licensing;
    private final Terminal terminal;

    Prompt(Commands commands, Licensing licensing, Terminal terminal) {
        this.commands = commands;
        this.licensing = licensing;
        this.terminal = terminal;
    }

    int run() {
        terminal.say(terminal.bold("Notes " + Notes.VERSION) + ", help shows the commands, quit leaves.");
        obey("license");
        licensing.listen();
        for (@Nullable String line = terminal.ask(); line != null; line = terminal.ask()) {
            String typed = line.strip().replaceFirst("^notes\\s+", "");
            if (FAREWELLS.contains(typed)) {
                return 0;
            }
            obey(typed);
        }
        terminal.say("");
        return 0;
    }

    private void obey(String typed) {
        String[] parts = typed.split("\\s+", 2);
        if (typed.isEmpty()) {
            return;
        }
        try {
            commands.run(parts[0], parts.length == 1 ? "" : unquoted(parts[1]));
        } catch (Trouble e) {
            terminal.bad(String.valueOf(e.getMessage()));
        }
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
