package dev.licet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static Map<String, Object> describe(Path data, String postgres, String load) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processor", field("/proc/cpuinfo", "model name"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memory", field("/proc/meminfo", "MemTotal"));
        machine.put("load before", load);
        machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vendor.version") + " " + Runtime.version());
        machine.put("postgres", postgres);
        machine.put("files", files(data));
        return machine;
    }

    private static String field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    /** How busy the machine was with other things before anything began. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg"), StandardCharsets.US_ASCII)
                    .split(" ", -1)[0];
        } catch (IOException e) {
            return String.format(
                    Locale.ROOT,
                    "%.2f",
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                            .getSystemLoadAverage());
        }
    }

    private static String files(Path data) {
        try {
            return Files.getFileStore(data).type();
        } catch (IOException e) {
            return "?";
        }
    }
}
