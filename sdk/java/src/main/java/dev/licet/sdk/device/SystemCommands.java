package dev.licet.sdk.device;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Real programs, each given three seconds. The output goes through a file, so that a full pipe can't stall them. */
final class SystemCommands implements Commands {

    private static final int SECONDS = 3;

    @Override
    public Optional<String> output(String... command) {
        try {
            Path printed = Files.createTempFile("licet", ".out");
            try {
                return run(printed, command);
            } finally {
                Files.deleteIfExists(printed);
            }
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> run(Path printed, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0 ? Optional.of(Files.readString(printed, ISO_8859_1)) : Optional.empty();
    }
}
