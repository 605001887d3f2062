package dev.licet.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.licet.Server;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies while many report what they used: what was acknowledged counts, and however often it is repeated, once. */
class UsageKilledMidwayTest {
    private static final String KEY = "a-key-for-this-test";
    private static final int CLIENTS = 6;
    private static final int BATCH = 5;
    private static final int ACKNOWLEDGED_FIRST = 30;
    private static final int DEATHS = Math.min(10, Integer.getInteger("rounds", 1));
    private static final BigDecimal EACH = new BigDecimal("1.25");

    private final Collection<List<String>> sent = new ConcurrentLinkedQueue<>();
    private final Collection<List<String>> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Server> servers = new ArrayList<>();

    @TempDir
    Path data;

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

    @Test
    void everyAcknowledgedEventCountsExactlyOnce() throws Exception {
        Shop.License license =
                new Shop(start()).meter("gigabytes").issue(Map.of("gigabytes", Map.of("limit", 1_000_000_000)));
        for (int death = 1; death <= DEATHS; death++) {
            reportUntilItDies(license, "death" + death);
            Shop shop = new Shop(start());

            assertThat(used(shop, license)).isBetween(units(acknowledged), units(sent));
            Set<List<String>> known = Set.copyOf(acknowledged);
            for (List<String> batch : sent) {
                Answer again = report(shop, license, batch);
                if (known.contains(batch)) {
                    assertThat(again.list("/duplicateIds")).isEqualTo(batch);
                }
            }
            sent.forEach(batch -> report(shop, license, batch));
            assertThat(used(shop, license)).isEqualByComparingTo(units(sent));
            assertThat(listed(shop, license))
                    .containsExactlyInAnyOrderElementsOf(
                            sent.stream().flatMap(List::stream).toList());
        }
    }

    private Http start() throws Exception {
        servers.add(Server.start(data, Map.of("LICET_API_KEY", KEY)));
        return servers.getLast().ready().http(KEY);
    }

    private void reportUntilItDies(Shop.License license, String death) throws Exception {
        Server server = servers.getLast();
        Shop shop = new Shop(server.http(KEY));
        int before = acknowledged.size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String client = death + "-client" + i;
                clients.add(threads.submit(() -> reportUntilItDies(shop, license, client)));
            }
            Server.eventually("some answers", () -> acknowledged.size() >= before + ACKNOWLEDGED_FIRST);
            server.killAll();
            for (Future<?> client : clients) {
                client.get();
            }
        }
        assertThat(sent).as("some were under way").hasSizeGreaterThan(acknowledged.size());
    }

    private void reportUntilItDies(Shop shop, Shop.License license, String client) {
        for (int i = 0; ; i++) {
            String name = client + "-" + i + "-";
            List<String> batch =
                    IntStream.range(0, BATCH).mapToObj(each -> name + each).toList();
            sent.add(batch);
            try {
                assertThat(report(shop, license, batch).at("/accepted")).hasToString(String.valueOf(BATCH));
                acknowledged.add(batch);
            } catch (UncheckedIOException dead) {
                return;
            }
        }
    }

    private static Answer report(Shop shop, Shop.License license, List<String> ids) {
        Object[] events =
                ids.stream().map(id -> Shop.event(id, "gigabytes", EACH)).toArray();
        return shop.send(license, events).expect(200);
    }

    private static BigDecimal used(Shop shop, Shop.License license) {
        return new BigDecimal(shop.used(license, "gigabytes"));
    }

    private static BigDecimal units(Collection<List<String>> batches) {
        return EACH.multiply(BigDecimal.valueOf((long) BATCH * batches.size()));
    }

    private static List<String> listed(Shop shop, Shop.License license) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Answer page = shop.api
                    .get(license.path("/usage/events?limit=200" + after))
                    .expect(200);
            page.list("/data").forEach(event -> ids.add(String.valueOf(((Map<?, ?>) event).get("id"))));
            after = page.at("/next") == null ? "" : "&after=" + page.text("/next");
        } while (!after.isEmpty());
        return ids;
    }
}
