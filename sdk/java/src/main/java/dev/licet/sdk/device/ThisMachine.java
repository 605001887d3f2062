package dev.licet.sdk.device;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Chooses the reader for the operating system that Java runs on. */
final class ThisMachine {

    private ThisMachine() {}

    static Machine read() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Map<String, String> variables = System.getenv();
        if (system.startsWith("windows")) {
            return new WindowsMachine(new SystemCommands(), variables.getOrDefault("SystemRoot", "C:\\Windows"));
        }
        return system.startsWith("mac")
                ? new MacMachine(new SystemCommands())
                : new LinuxMachine(new Root(Path.of("/")), variables);
    }

    /** For people who look at a list of devices, such as {@code linux amd64}. */
    static String platform() {
        String system = System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
        return system + " " + System.getProperty("os.arch", "unknown");
    }
}
