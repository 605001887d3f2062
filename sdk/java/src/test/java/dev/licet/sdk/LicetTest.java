package dev.licet.sdk;

import dev.licet.core.key.LicenseKey;
import dev.licet.sdk.device.Fingerprint;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server, a folder and a clock. Waiting moves the clock. */
abstract class LicetTest {

    static final Fingerprint DEVICE = Fingerprint.of("acme", "device 1");
    static final String KEY = LicenseKey.generate(new SecureRandom(), "NOTES").toString();

    /** Things fail on purpose here. Held, since loggers that nobody holds forget their level. */
    private static final Logger LOG = Logger.getLogger("dev.licet.sdk");

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock("2026-11-22T10:00:00Z");
    final List<Duration> waits = new ArrayList<>();
    final List<LicetClient> clients = new CopyOnWriteArrayList<>();
    FakeServer server;
    FakeLicense license;

    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @BeforeEach
    void startTheServer() {
        server = new FakeServer(clock);
        license = server.license;
    }

    @AfterEach
    void stopAll() {
        clients.forEach(LicetClient::close);
        server.close();
    }

    /** A client whose clock is the server's. */
    ClientBuilder builder() {
        return LicetClient.of(server.url())
                .product("notes")
                .version("2.3.1")
                .keys(license.signing.jwks())
                .store(folder)
                .fingerprint(DEVICE)
                .clock(clock)
                .random(new Random(1))
                .sleeper(span -> {
                    waits.add(span);
                    clock.move(span);
                });
    }

    LicetClient client() {
        return client(builder());
    }

    LicetClient client(ClientBuilder builder) {
        LicetClient client = builder.build();
        clients.add(client);
        return client;
    }

    /** As when the program starts with an activated licence. */
    LicetClient activated() {
        client().activate(KEY);
        return client();
    }
}
