package dev.licet.examples.notes;

import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the program: one command and out, or a prompt when there is none. */
public final class Notes {
    static final String VERSION = "1.0.0";

    /** When that version was released. A real program lets its build put it in. */
    static final Instant RELEASED = Instant.parse("2026-01-01T00:00:00Z");

    /** Held, so that it is not forgotten: what the SDK logs would land in the middle of the prompt. */
    private static final Logger SDK_LOG = Logger.getLogger("dev.licet.sdk");

    private Notes() {}

    /** Exits with 0 when the command was done, 1 when it was refused or failed, 2 when it was not understood. */
    public static void main(String[] args) {
        SDK_LOG.setLevel(Level.SEVERE);
        Terminal terminal = Terminal.standard();
        try {
            System.exit(run(Options.read(args, System.getenv()), terminal));
        } catch (Trouble e) {
            terminal.bad(String.valueOf(e.getMessage()));
            System.exit(e.exit());
        }
    }

    private static int run(Options options, Terminal terminal) {
        NoteFile file = new NoteFile(options.home().resolve("notes.txt"));
        try (Licensing licensing =
                new Licensing(options, new Announcements(terminal), lost -> terminal.interject(List.of(lost)))) {
            Commands commands = new Commands(
                    new NoteCommands(file, licensing, terminal),
                    new LicenseCommands(file, licensing, terminal),
                    terminal);
            boolean waits = options.command().equals("wait");
            if (waits) {
                licensing.await(terminal::say);
            }
            return waits || options.command().isEmpty()
                    ? new Prompt(commands, licensing, terminal).run()
                    : commands.run(options.command(), options.argument()) ? 0 : 1;
        }
    }
}
