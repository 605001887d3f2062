package dev.licet.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.licet.Server;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies while requests are under way: their repetition finds each done once, or does it once. */
class KilledMidwayTest {
    private static final int CLIENTS = 8;
    private static final int ACKNOWLEDGED_FIRST = 40;

    private final List<Server> servers = new ArrayList<>();
    private final Map<String, Optional<String>> attempts = new ConcurrentHashMap<>();

    @TempDir
    private Path data;

    @BeforeAll
    static void needsLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Process groups are made with setsid of Linux");
    }

    @AfterEach
    void stop() throws Exception {
        for (Server server : servers) {
            server.clear();
        }
    }

    private Server start() throws Exception {
        servers.add(Server.start(data, Map.of()));
        return servers.getLast().ready();
    }

    private static Answer create(Http http, String name) {
        return http.with("Idempotency-Key", name)
                .post(
                        "/v1/customers",
                        Map.of("kind", "individual", "name", name, "email", "a@example.com", "country", "DE"));
    }

    private void createUntilItDies(Http http, String client) {
        for (int i = 0; ; i++) {
            String name = client + "-" + i;
            attempts.put(name, Optional.empty());
            try {
                attempts.put(name, Optional.of(create(http, name).expect(201).body()));
            } catch (UncheckedIOException dead) {
                return;
            }
        }
    }

    @Test
    void everyRequestIsDoneExactlyOnce() throws Exception {
        Server first = start();
        String key = first.shown("API key");
        Http http = first.http(key);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String client = "client" + i;
                clients.add(threads.submit(() -> createUntilItDies(http, client)));
            }
            Server.eventually(
                    "some answers",
                    () -> acknowledged()
                            >= ACKNOWLEDGED_FIRST + ThreadLocalRandom.current().nextInt(40));
            first.kill();
            for (Future<?> client : clients) {
                client.get();
            }
        }
        assertThat(attempts.size()).isGreaterThan((int) acknowledged());
        repeatAll(start().http(key));
    }

    private long acknowledged() {
        return attempts.values().stream().filter(Optional::isPresent).count();
    }

    private void repeatAll(Http http) {
        attempts.forEach((name, body) -> {
            Answer again = create(http, name).expect(201);
            body.ifPresent(known -> assertThat(again.body()).isEqualTo(known));
            body.ifPresent(
                    known -> assertThat(again.header("Idempotency-Replayed")).isEqualTo("true"));
        });
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            Answer page = http.get("/v1/customers?limit=200" + next).expect(200);
            page.list("/data").forEach(customer -> names.add(String.valueOf(((Map<?, ?>) customer).get("name"))));
            next = page.at("/next") == null ? "" : "&after=" + page.text("/next");
        } while (!next.isEmpty());
        assertThat(names).containsExactlyInAnyOrderElementsOf(attempts.keySet());
    }
}
