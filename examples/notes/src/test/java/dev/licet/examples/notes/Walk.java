package dev.licet.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Does what a guide says, block after block, and compares what is shown with what the guide shows. */
final class Walk {
    private static final String PROMPT = "notes> ";
    private static final Set<String> PROMPTING = Set.of("notes", "notes wait");

    private final Map<String, Window> windows;
    private final UnaryOperator<String> here;
    private final Runnable ctrlC;

    /** What commands have printed that the guide has not shown yet. */
    private final Map<String, List<String>> printed = new HashMap<>();

    /** The terminals in which the program's own prompt stands. */
    private final Set<String> atPrompt = new HashSet<>();

    /**
     * @param here puts the port and folder of this walk in the place of the guide's
     * @param ctrlC stops the server
     */
    Walk(Map<String, Window> windows, UnaryOperator<String> here, Runnable ctrlC) {
        this.windows = windows;
        this.here = here;
        this.ctrlC = ctrlC;
    }

    void step(Guide.Block block) {
        Window window = Objects.requireNonNull(windows.get(block.terminal()));
        List<String> lines = block.lines().stream().map(here).toList();
        String where = "Line " + block.line() + " of the guide, in the " + block.terminal() + "'s terminal";
        if (block.terminal().equals("server")) {
            serve(window, block.typed(), lines);
        } else if (block.typed()) {
            type(window, block.terminal(), lines, where);
        } else if (atPrompt.contains(block.terminal())) {
            converse(window, block.terminal(), lines, where);
        } else {
            List<String> shown = printed.getOrDefault(block.terminal(), List.of());
            assertFits(shown, lines, where);
            printed.remove(block.terminal());
        }
    }

    private void serve(Window window, boolean typed, List<String> lines) {
        if (typed) {
            lines.forEach(window::type);
        } else if (lines.equals(List.of("^C"))) {
            ctrlC.run();
        } else {
            lines.forEach(line -> awaited(window, line));
        }
    }

    private static void awaited(Window window, String line) {
        while (!Window.fits(window.next().strip(), line.strip())) {
            // The server's log goes by.
        }
    }

    private void type(Window window, String terminal, List<String> lines, String where) {
        assertThat(printed.getOrDefault(terminal, List.of()))
                .as("%s: what was printed before, and the guide doesn't show", where)
                .isEmpty();
        if (PROMPTING.contains(lines.get(lines.size() - 1))) {
            lines.forEach(window::type);
            atPrompt.add(terminal);
        } else {
            printed.put(terminal, window.run(lines));
        }
    }

    /** With the program's own prompt: lines that have it are typed, the others come. */
    private void converse(Window window, String terminal, List<String> lines, String where) {
        for (String line : lines) {
            if (line.startsWith(PROMPT)) {
                String typed = line.substring(PROMPT.length());
                if (typed.equals("quit")) {
                    atPrompt.remove(terminal);
                    window.leave(typed);
                } else {
                    window.type(typed);
                }
            } else {
                String shown = window.next();
                assertThat(Window.fits(shown, line))
                        .as("%s: told%n  %s%nand shown%n  %s%nin%n%s", where, line, shown, window)
                        .isTrue();
            }
        }
    }

    private static void assertFits(List<String> shown, List<String> told, String where) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < Math.max(shown.size(), told.size()); i++) {
            String said = i < told.size() ? told.get(i) : "(nothing)";
            String was = i < shown.size() ? shown.get(i) : "(nothing)";
            if (!Window.fits(was, said)) {
                wrong.add("told:  " + said + "\nshown: " + was);
            }
        }
        assertThat(wrong).as(where).isEmpty();
    }
}
