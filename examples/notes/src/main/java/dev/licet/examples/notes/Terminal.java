package dev.licet.examples.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the program and its user talk. Coloured on a terminal, unless the user wants none (no-color.org). */
final class Terminal {
    private static final String PROMPT = "notes> ";

    private final PrintStream out;
    private final BufferedReader in;
    private final boolean colour;
    private boolean prompting;

    private Terminal(PrintStream out, BufferedReader in, boolean colour) {
        this.out = out;
        this.in = in;
        this.colour = colour;
    }

    /** This process's own. Whether it is a terminal, the launcher knows: a JVM can't tell in all versions. */
    static Terminal standard() {
        boolean plain = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(System.getenv("TERM"));
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new BufferedReader(new InputStreamReader(System.in, UTF_8)),
                Boolean.getBoolean("notes.terminal") && !plain);
    }

    synchronized void say(String line) {
        out.println(line);
    }

    void good(String line) {
        say(painted("32", line));
    }

    void bad(String line) {
        say(painted("31", line));
    }

    void faint(String line) {
        say(painted("2", line));
    }

    /** What happened, and what to do about it. */
    void explain(Explanation why) {
        bad(why.what());
        say(why.advice());
    }

    String bold(String text) {
        return painted("1", text);
    }

    /** Lines that come while the user may be typing: the prompt appears again after them. */
    synchronized void interject(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        lines.forEach(line -> out.println(painted("33", line)));
        if (prompting) {
            prompt();
        }
    }

    /** The next line typed; null at the end. */
    @Nullable String ask() {
        prompting(true);
        try {
            return in.readLine();
        } catch (IOException e) {
            throw Trouble.of("Nothing can be read any more: " + e.getMessage());
        } finally {
            prompting(false);
        }
    }

    private synchronized void prompting(boolean now) {
        prompting = now;
        if (now) {
            prompt();
        }
    }

    private void prompt() {
        out.print(bold(PROMPT));
        out.flush();
    }

    private String painted(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
