package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.licet.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged means durable: whatever is killed at whatever moment, no answer that was given turns out to be untrue. */
class DurabilityTest {
    private static final int ROUNDS = Math.min(2, Integer.getInteger("rounds", 2));

    private @Nullable Server server;

    @TempDir
    Path temporary;

    @BeforeAll
    static void needsLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Process groups are made with setsid of Linux");
    }

    @AfterEach
    void clear() throws Exception {
        if (server != null) {
            server.clear();
        }
    }

    private Server start() throws Exception {
        server = Server.start(temporary.resolve("data"), Map.of());
        return server.ready();
    }

    @Test
    void nothingAcknowledgedIsMissingAfterAnyDeath() throws Exception {
        Server running = start();
        String key = running.shown("API key");
        Programs programs = new Programs(new Vendor(running.http(key)));

        for (int round = 1; round <= ROUNDS; round++) {
            programs.run(4);
            someTime();
            running.postmasters().forEach(ProcessHandle::destroyForcibly);
            int before = programs.acknowledged();
            Server.eventually("answers after PostgreSQL was killed", () -> programs.acknowledged() > before + 10);
            someTime();
            running.kill();
            programs.stop();
            assertThat(programs.surprises()).as(running.text()).isEmpty();

            running = start();
            programs.on(running.http(key));
            programs.assertNothingIsMissing();
        }
    }

    private static void someTime() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(500, 2500)));
    }
}
