package dev.licet.testing;

import dev.licet.Licet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole server on a port of its own. Tests share one where they can, and make their own data in it; a test that moves
 * the clock, or wants other settings, starts one for itself, which takes a few seconds.
 */
public final class TestServer implements AutoCloseable {
    public static final String API_KEY = "test-key-of-the-shared-server";

    private final Map<String, String> settings;
    private @Nullable ConfigurableApplicationContext context;

    private TestServer(Map<String, String> settings) {
        this.settings = settings;
        start();
    }

    /** The server of this JVM: sandbox mode, one API key with every scope. Never move its clock. */
    public static TestServer shared() {
        return Shared.SERVER;
    }

    /**
     * Another server of this JVM, whose clock tests may move onwards and never back: a test that takes its times from the clock
     * and makes its own data does not care what o'clock the tests before it have made it.
     */
    public static TestServer moving() {
        return Moving.SERVER;
    }

    /** A server with a database of its own; {@code settings} are LICET_* variables over those of the shared one. */
    public static TestServer start(Map<String, String> settings) {
        return on(TestDatabase.create(), settings);
    }

    /** One more node on a database. */
    public static TestServer on(TestDatabase database, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "LICET_PORT", "0", "LICET_MODE", "sandbox", "LICET_API_KEY", API_KEY, "LICET_DATA", directory()));
        all.putAll(database.settings());
        all.putAll(settings);
        return new TestServer(all);
    }

    /** A client with the API key. */
    public Http http() {
        return new Http(url()).withApiKey(API_KEY);
    }

    public URI url() {
        String port = running().getEnvironment().getRequiredProperty("local.server.port");
        return URI.create((settings.containsKey("LICET_TLS_KEY") ? "https" : "http") + "://localhost:" + port);
    }

    public <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return running().getBean(name, type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Stops it and starts it again on the same database and directory, with another port. */
    public void restart() {
        close();
        start();
    }

    @Override
    public void close() {
        running().close();
        context = null;
    }

    private void start() {
        SpringApplication application = new SpringApplication(Licet.class);
        application.setRegisterShutdownHook(false);
        context = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    private ConfigurableApplicationContext running() {
        if (context == null) {
            throw new IllegalStateException("The server is not running.");
        }
        return context;
    }

    private static String directory() {
        try {
            return Files.createTempDirectory("licet-data-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final TestServer SERVER = start(Map.of());
    }

    private static final class Moving {
        static final TestServer SERVER = start(Map.of());
    }
}
