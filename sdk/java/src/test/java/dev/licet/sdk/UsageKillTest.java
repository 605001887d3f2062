package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kills real processes while they count. */
class UsageKillTest extends LicetTest {

    private static final int ENOUGH = 200;
    private static final int MOST = 3000;

    /** A program that counts, and says so each time that is done. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            LicetClient licet = LicetClient.of("http://127.0.0.1:9")
                    .product("notes")
                    .keys(args[2])
                    .store(Path.of(args[0]))
                    .fingerprint(DEVICE)
                    .licenseKey(args[1])
                    .build();
            for (int i = 0; i < MOST; i++) {
                if (licet.usage().add(UsageEvent.of("apiCalls", 1).dimension("n", args[3] + i))) {
                    System.out.println(args[3] + i);
                }
            }
            Thread.sleep(60_000);
        }
    }

    @Test
    void aKilledProcessLosesNothingThatItAdded() throws Exception {
        for (int round = 0; round < Integer.getInteger("rounds", 3); round++) {
            Set<String> added = new TreeSet<>();
            List<Process> programs = List.of(start(round + "a"), start(round + "b"));
            for (Process program : programs) {
                added.addAll(untilKilled(program));
            }
            LicetClient next = client(builder().licenseKey(KEY));
            next.usage().flush();
            Set<String> counted = server.usage.counted.values().stream()
                    .map(event ->
                            event.object("dimensions").orElseThrow().text("n").orElseThrow())
                    .collect(Collectors.toSet());
            assertThat(counted).containsAll(added);
            assertThat(server.usage.counted).hasSameSizeAs(counted);
        }
    }

    private Process start(String name) throws Exception {
        server.usage.limit = new java.math.BigDecimal("1e9");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString(),
                        KEY,
                        license.signing.jwks(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> untilKilled(Process program) throws Exception {
        List<String> added = new ArrayList<>();
        try (BufferedReader lines = program.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                added.add(line);
                if (added.size() == ENOUGH) {
                    program.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(added).hasSizeGreaterThanOrEqualTo(ENOUGH);
        return added;
    }
}
