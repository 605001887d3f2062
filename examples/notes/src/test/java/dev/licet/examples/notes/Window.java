package dev.licet.examples.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A terminal window with a shell in it: something types, something reads. Empty lines and prompts don't count. */
final class Window implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DONE = "-- done --";

    private final Process shell;
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();

    private Window(Process shell) {
        this.shell = shell;
        Thread reader = new Thread(this::read, "window");
        reader.setDaemon(true);
        reader.start();
    }

    static Window open(Path folder, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder("sh").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LICET_") || name.startsWith("NOTES_"));
        builder.environment().putAll(environment);
        try {
            return new Window(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void type(String line) {
        try {
            shell.getOutputStream().write((line + "\n").getBytes(UTF_8));
            shell.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(this + " takes no more input", e);
        }
    }

    /** Types the word that ends the program that reads at present; the shell reads what comes after that. */
    void leave(String word) {
        List<ProcessHandle> program = shell.children().toList();
        type(word);
        program.forEach(Window::gone);
    }

    /** Types commands and answers what they print until the last is done. */
    List<String> run(List<String> commands) {
        commands.forEach(this::type);
        type("echo '" + DONE + "'");
        List<String> lines = new ArrayList<>();
        for (String line = next(); !line.equals(DONE); line = next()) {
            lines.add(line);
        }
        return lines;
    }

    /** The next line that is shown, waiting for it. */
    String next() {
        try {
            String line = shown.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(line)
                    .as("Nothing more came within %s. So far:%n%s", PATIENCE, this)
                    .isNotNull();
            return String.valueOf(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a line is what the guide says, in which … stands for anything. */
    static boolean fits(String line, String told) {
        String pattern = Stream.of(told.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return line.matches(pattern);
    }

    private void read() {
        try (BufferedReader lines = shell.inputReader(UTF_8)) {
            lines.lines().forEach(this::take);
        } catch (UncheckedIOException | IOException e) {
            take("The window was closed: " + e);
        }
    }

    private void take(String line) {
        String text = line.replaceFirst("^(notes> )+", "").stripTrailing();
        synchronized (all) {
            all.add(line);
        }
        if (!text.isEmpty()) {
            shown.add(text);
        }
    }

    @Override
    public String toString() {
        synchronized (all) {
            return String.join("\n", all);
        }
    }

    /** Ends what runs in it, politely, so that a server takes its database along. */
    @Override
    public void close() {
        List<ProcessHandle> running =
                Stream.concat(shell.descendants(), Stream.of(shell.toHandle())).toList();
        running.forEach(ProcessHandle::destroy);
        running.forEach(Window::gone);
    }

    private static void gone(ProcessHandle process) {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
