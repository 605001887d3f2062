package dev.licet.platform.postgres;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** Turns what the system or PostgreSQL complained about into one sentence that names the directory and the mend. */
final class Trouble {

    private Trouble() {}

    static CannotStart of(String attempt, Path directory, IOException cause) {
        return new CannotStart(sentence(attempt, directory, reason(cause)), cause);
    }

    static CannotStart of(String attempt, Path directory, String output) {
        return new CannotStart(sentence(attempt, directory, essence(output)));
    }

    private static String sentence(String attempt, Path directory, String reason) {
        return "Could not " + attempt + " in " + directory + ": " + reason + ". " + mend(reason, directory);
    }

    private static String mend(String reason, Path directory) {
        if (reason.contains("No space left") || reason.contains("Disk quota")) {
            return "Free some space there, or set LICET_DATA to a directory on a larger disk.";
        }
        if (reason.contains("ermission denied") || reason.contains("Read-only") || reason.contains("not permitted")) {
            return "Give the user " + System.getProperty("user.name")
                    + " the right to write there, or set LICET_DATA to another directory.";
        }
        if (reason.contains("could not look up effective user")) {
            return "Give that user a line in /etc/passwd, or set LICET_DATABASE_URL to a PostgreSQL of your own.";
        }
        return "If the directory is damaged, restore a backup into an empty one; PostgreSQL's own words are in "
                + Cluster.directory(directory).resolve(Cluster.LOG) + ".";
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied for " + cause.getMessage();
        }
        if (cause instanceof FileSystemException e && e.getReason() != null) {
            return Objects.requireNonNull(e.getReason()) + " (" + e.getFile() + ")";
        }
        return String.valueOf(cause.getMessage());
    }

    /** The first complaint is the cause; what follows it is consequence. */
    private static String essence(String output) {
        var complaint = output.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .findFirst()
                .or(() -> output.lines().filter(line -> !line.isBlank()).reduce((first, last) -> last))
                .orElse("no reason was given");
        return complaint.replaceFirst("^.*?(FATAL|PANIC|error): *", "").replaceFirst("\\.$", "");
    }
}
