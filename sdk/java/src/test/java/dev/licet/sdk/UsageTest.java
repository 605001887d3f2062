package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.sdk.FakeServer.Reply;
import dev.licet.sdk.http.HttpTransport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageTest extends LicetTest {

    private final List<RefusedUsage> refused = new CopyOnWriteArrayList<>();
    private LicetClient client;
    private Usage usage;

    @BeforeEach
    void listen() {
        client = client(builder().licenseKey(KEY));
        usage = client.usage().onRefused(refused::add);
    }

    @Test
    void reportsAsTheContractSays() {
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        usage.add("apiCalls", new BigDecimal("0.000000001"));
        usage.add(UsageEvent.of("reports", 2).at(at).dimension("user", "ada"));
        usage.flush();
        assertThat(server.last().method() + " " + server.last().path()).isEqualTo("POST /v1/usage");
        Answer body = new Answer(server.last().body());
        assertThat(body.text("key")).contains(KEY);
        List<Answer> events = body.objects("events");
        assertThat(events).hasSize(2);
        assertThat(events.get(0).json())
                .containsEntry("meter", "apiCalls")
                .containsEntry("quantity", "0.000000001")
                .containsEntry("at", "2026-11-22T10:00:00Z")
                .containsOnlyKeys("id", "meter", "quantity", "at");
        assertThat(java.util
                        .UUID
                        .fromString(events.get(0).text("id").orElseThrow())
                        .version())
                .isEqualTo(7);
        assertThat(events.get(1).json())
                .containsEntry("at", at.toString())
                .containsEntry("dimensions", Map.of("user", "ada"));
    }

    /** R4 and R104: what was used is in the balance a moment later. */
    @Test
    void R104_whatIsAddedReachesTheBalanceByItself() throws Exception {
        assertThat(usage.balance("apiCalls")).isEmpty();
        usage.add("apiCalls", 3);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (usage.balance("apiCalls").isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(usage.balance("apiCalls"))
                .contains(new Balance(
                        BigDecimal.valueOf(3),
                        java.util.Optional.of(BigDecimal.valueOf(1000)),
                        java.util.Optional.of(BigDecimal.valueOf(997)),
                        java.util.Optional.of(Instant.parse("2026-12-01T00:00:00Z"))));
        assertThat(left()).isEmpty();
    }

    @Test
    void countsOnceHoweverOftenItIsSent() {
        List<String> lost = new ArrayList<>();
        var real = new HttpTransport();
        LicetClient unlucky = client(builder().licenseKey(KEY).transport(request -> {
            var response = real.send(request);
            if (lost.size() < 7) {
                lost.add(String.valueOf(request));
                throw new IOException("The answer was lost");
            }
            return response;
        }));
        unlucky.usage().add("apiCalls", 1);
        assertThatThrownBy(unlucky.usage()::flush).isInstanceOf(LicetException.Unreachable.class);
        unlucky.usage().flush();
        assertThat(server.usage.batches).hasSizeGreaterThanOrEqualTo(8);
        assertThat(server.usage.used("apiCalls")).isEqualTo("1");
    }

    @Test
    void waitsForTheServerAndIsSentByTheNextStart() throws IOException {
        server.down();
        usage.add("apiCalls", 1);
        usage.add("apiCalls", 1);
        client.close();
        assertThat(left()).hasSize(1);
        server.up();
        LicetClient next = client(builder().licenseKey(KEY));
        next.usage();
        next.close();
        assertThat(server.usage.used("apiCalls")).isEqualTo("2");
        assertThat(left()).isEmpty();
    }

    @Test
    void asksLessAndLessOftenWhileTheServerIsAway() {
        server.down();
        usage.add("apiCalls", 1);
        client.close();
        List<Duration> pauses = new ArrayList<>();
        Sending sending =
                new Sending(Session.open(builder().licenseKey(KEY).settings()), spool(), (k, a) -> {}, refused::add);
        for (int i = 0; i < 8; i++) {
            pauses.add(sending.run().orElseThrow());
        }
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(7500), Duration.ofSeconds(12));
        assertThat(pauses.get(2)).isGreaterThan(Duration.ofSeconds(25));
        assertThat(pauses.get(7)).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(4));
        server.up();
        assertThat(sending.run()).isEmpty();
        assertThat(server.usage.used("apiCalls")).isEqualTo("1");
    }

    @Test
    void sendsInBatches() {
        server.down();
        for (int i = 0; i < 1100; i++) {
            usage.add("apiCalls", BigDecimal.valueOf(5, 1));
        }
        server.up();
        usage.flush();
        assertThat(server.usage.batches).hasSize(3).allMatch(size -> size <= 500);
        assertThat(server.usage.used("apiCalls")).isEqualByComparingTo("550");
    }

    @Test
    void R53_whatIsRefusedIsToldAndNotSentAgain() {
        server.usage.limit = BigDecimal.valueOf(2);
        for (int i = 0; i < 4; i++) {
            usage.add("apiCalls", 1);
        }
        usage.flush();
        assertThat(refused).hasSize(2).allSatisfy(no -> {
            assertThat(no.code()).isEqualTo(Code.USAGE_EXCEEDED);
            assertThat(no.event().meter()).isEqualTo("apiCalls");
        });
        assertThat(usage.balance("apiCalls").orElseThrow().isUsedUp()).isTrue();
        int asked = server.asked.size();
        usage.flush();
        assertThat(server.asked).hasSize(asked);
        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsSettledIsNotToldTwiceWhenTheRestHasToWait() {
        server.down();
        server.usage.limit = BigDecimal.valueOf(400);
        for (int i = 0; i < 600; i++) {
            usage.add("apiCalls", 1);
        }
        client.close();
        server.up();
        server.refuse(asked -> server.usage.batches.size() == 1 ? Reply.json(503, Map.of()) : null);
        Usage next = client(builder().licenseKey(KEY)).usage().onRefused(refused::add);
        assertThatThrownBy(next::flush).isInstanceOf(LicetException.Unreachable.class);
        assertThat(refused).hasSize(100);
        server.refuse(asked -> null);
        server.usage.limit = BigDecimal.valueOf(1000);
        next.flush();
        assertThat(refused).hasSize(100);
        assertThat(server.usage.used("apiCalls")).isEqualTo("500");
        assertThat(server.usage.batches).containsExactly(500, 100);
    }

    @Test
    void oneBadEventHoldsUpNobody() {
        server.down();
        for (int i = 0; i < 5; i++) {
            usage.add(i == 3 ? "bad" : "apiCalls", 1);
        }
        server.up();
        server.refuse(asked -> new Answer(asked.body())
                        .objects("events").stream()
                                .anyMatch(each -> each.text("meter").orElse("").equals("bad"))
                ? Reply.json(422, Map.of("code", "INVALID", "detail", "Bad."))
                : null);
        usage.flush();
        assertThat(server.usage.used("apiCalls")).isEqualTo("4");
        assertThat(refused).extracting(no -> no.event().meter()).containsExactly("bad");
        assertThat(left()).isEmpty();
    }

    @Test
    void aLicenceThatIsGoneCountsNothing() {
        server.down();
        usage.add("apiCalls", 1);
        server.up();
        server.refuse(asked -> Reply.json(404, Map.of("code", "NOT_FOUND")));
        usage.flush();
        assertThat(refused).extracting(RefusedUsage::code).containsExactly(Code.NOT_FOUND);
        assertThat(left()).isEmpty();
    }

    @Test
    void countsForTheLicenceItWasUsedUnder() {
        String other = dev.licet.core.key.LicenseKey.generate(new java.security.SecureRandom(), "NOTES")
                .toString();
        server.down();
        usage.add("apiCalls", 1);
        client.close();
        server.up();
        LicetClient next = client(builder().licenseKey(other));
        next.usage().add("apiCalls", 1);
        next.usage().flush();
        assertThat(server.asked.stream()
                        .filter(asked -> asked.path().equals("/v1/usage"))
                        .map(asked -> asked.body().get("key")))
                .containsExactly(KEY, other);
        assertThat(next.usage().balance("apiCalls")).isPresent();
    }

    @Test
    void asksFirstForWhatHasAHardEnd() {
        server.usage.limit = BigDecimal.ONE;
        Use first = usage.tryUse("exports", 1);
        assertThat(first.granted()).isTrue();
        assertThat(first.balance().orElseThrow().remaining()).contains(BigDecimal.ZERO);
        Use second = usage.tryUse("exports", 1);
        assertThat(second.outcome()).isEqualTo(Use.Outcome.REFUSED);
        assertThat(second.code()).isEqualTo(Code.USAGE_EXCEEDED);
        assertThat(second.countLater()).isFalse();
        assertThat(server.usage.used("exports")).isEqualTo("1");
        assertThat(refused).as("the caller was told").isEmpty();
    }

    @Test
    void aUseThatWasNotAnsweredIsTheSameWhenItIsTriedAgain() {
        List<String> lost = new ArrayList<>();
        var real = new HttpTransport();
        Usage unlucky = client(builder().licenseKey(KEY).transport(request -> {
                    var response = real.send(request);
                    if (lost.size() < 5) {
                        lost.add(String.valueOf(request));
                        throw new IOException("The answer was lost");
                    }
                    return response;
                }))
                .usage();
        server.usage.limit = BigDecimal.ONE;
        assertThat(unlucky.tryUse("exports", 1).outcome()).isEqualTo(Use.Outcome.UNANSWERED);
        assertThat(unlucky.tryUse("exports", 1).granted()).isTrue();
        assertThat(unlucky.tryUse("exports", 1).granted()).isFalse();
        assertThat(server.usage.used("exports")).isEqualTo("1");
    }

    @Test
    void aUseWithoutAnAnswerCanBeCountedLater() {
        server.down();
        Use use = usage.tryUse("exports", 1);
        assertThat(use.outcome()).isEqualTo(Use.Outcome.UNANSWERED);
        assertThat(use.countLater()).isTrue();
        assertThat(use.countLater()).isFalse();
        server.up();
        usage.flush();
        assertThat(server.usage.used("exports")).isEqualTo("1");
    }

    @Test
    void theBalanceCanBeAskedFor() {
        assertThat(usage.refresh("apiCalls").orElseThrow().used()).isEqualTo("0");
        assertThat(server.usage.batches).containsExactly(0);
        server.down();
        assertThatThrownBy(() -> usage.refresh("apiCalls")).isInstanceOf(LicetException.Unreachable.class);
        assertThat(usage.balance("apiCalls")).as("the last answer").isPresent();
    }

    @Test
    void whatCameFirstStaysWhenTheSpoolIsFull() {
        server.down();
        Usage small = client(
                        builder().licenseKey(KEY).store(folder.resolve("small")).usageSpool(300_000))
                .usage()
                .onRefused(refused::add);
        int kept = 0;
        while (small.add("apiCalls", BigDecimal.valueOf(1, 9)) && kept < 100_000) {
            kept++;
        }
        assertThat(kept).isBetween(1000, 99_999);
        assertThat(refused).extracting(RefusedUsage::code).containsExactly(Code.NOT_KEPT);
        server.up();
        small.flush();
        assertThat(server.usage.counted).hasSize(kept);
        assertThat(small.add("apiCalls", 1)).isTrue();
    }

    @Test
    void whereNothingCanBeKeptItIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Usage none = client(builder().licenseKey(KEY).store(file)).usage().onRefused(refused::add);
        assertThat(none.add("apiCalls", 1)).isFalse();
        assertThat(client().usage().onRefused(refused::add).add("apiCalls", 1)).isFalse();
        assertThat(refused).extracting(RefusedUsage::code).containsExactly(Code.NOT_KEPT, Code.NOT_ACTIVATED);
    }

    @Test
    void badValuesAreFoundAtOnce() {
        assertThatThrownBy(() -> usage.add("apiCalls", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usage.add("", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usage.add("apiCalls", new BigDecimal("0.0000000001")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UsageEvent.of("apiCalls", 1).dimension("user", "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsKeptIsItsOwnersAndHasNoKeyInTheClear() throws IOException {
        server.down();
        usage.add("apiCalls", 1);
        Path file = left().get(0);
        assertThat(Files.readString(file)).contains("apiCalls").doesNotContain(KEY, KEY.substring(6, 13));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineThatWasCutOffCostsNoOther() throws IOException {
        server.down();
        usage.add("apiCalls", 1);
        client.close();
        Path file = left().get(0);
        Files.writeString(file, Files.readString(file) + "{\"id\":\"0193");
        Files.writeString(file.resolveSibling("0.usage"), "{\"key\":\"AAA");
        server.up();
        client(builder().licenseKey(KEY)).usage().flush();
        assertThat(server.usage.used("apiCalls")).isEqualTo("1");
        assertThat(left()).isEmpty();
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        if (i % 20 == 0) {
                            Thread.currentThread().interrupt();
                        }
                        assertThat(usage.add("apiCalls", 1)).isTrue();
                        assertThat(Thread.interrupted()).isEqualTo(i % 20 == 0);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        usage.flush();
        assertThat(server.usage.used("apiCalls")).isEqualTo("400");
    }

    private Spool spool() {
        return new Spool(builder().licenseKey(KEY).settings(), 1 << 20);
    }

    private List<Path> left() {
        try (Stream<Path> files = Files.list(folder.resolve("notes.usage"))) {
            return files.toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
