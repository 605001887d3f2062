package dev.licet.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program to run to its end, with nothing of the server's own environment, where secrets may stand. */
record Command(List<String> words) {

    record Result(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    static Command of(List<String> prefix, String program, String... arguments) {
        var words = new ArrayList<>(prefix);
        words.add(program);
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    Result run() {
        return run("");
    }

    Result run(String input) {
        try {
            var process = builder().start();
            try (var out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // The program ended without reading: its exit code and output say why.
                return end(process);
            }
            return end(process);
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        }
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        var path = System.getenv().getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static Result end(Process process) throws IOException {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(exit(process), output.strip());
    }

    /** Every command here ends by itself, and one cut short would leave a PostgreSQL that nobody knows of. */
    private static int exit(Process process) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
