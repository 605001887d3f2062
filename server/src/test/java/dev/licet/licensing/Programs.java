package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Programs that activate, validate and report without a pause, and remember what they were told. */
final class Programs {
    private static final Duration HEARTBEAT = Duration.ofHours(1);

    private final Vendor.Issued license;
    private final AtomicInteger counter = new AtomicInteger();
    private final Map<String, Instant> heartbeats = new ConcurrentHashMap<>();
    private final Set<String> validations = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile Http api;
    private volatile boolean stopped;

    Programs(Vendor vendor) {
        api = vendor.api;
        license = vendor.issue(vendor.plan(Map.of("heartbeat", HEARTBEAT.toString(), "onMissedHeartbeat", "keep")));
    }

    void on(Http api) {
        this.api = api;
    }

    void run(int programs) {
        stopped = false;
        for (int i = 0; i < programs; i++) {
            threads.add(Thread.startVirtualThread(this::work));
        }
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** How many answers said that something was recorded. */
    int acknowledged() {
        return validations.size();
    }

    /** Answers that were neither a yes nor a clean 503. */
    List<String> surprises() {
        return surprises.stream().map(Answer::toString).toList();
    }

    private void work() {
        while (!stopped) {
            String name = "program-" + counter.incrementAndGet();
            try {
                activate(name);
            } catch (UncheckedIOException e) {
                // The server is dead: it acknowledged nothing.
                Thread.onSpinWait();
            }
        }
    }

    private void activate(String name) {
        Http program = api.anonymous();
        Map<String, Object> body = Map.of("key", license.key(), "device", Vendor.device(name));
        heard(program.post("/v1/activations", body), 201, active -> {
            String device = active.text("/device/id");
            heartbeats.put(device, Instant.parse(active.text("/device/heartbeatAt")));
            validate(program, body, name);
            Http mine = program.withLicense(license.key());
            heard(
                    mine.post("/v1/activations/" + device + "/heartbeat", Map.of()),
                    200,
                    beat -> heartbeats.put(
                            device, Instant.parse(beat.text("/nextHeartbeat")).minus(HEARTBEAT)));
        });
    }

    private void validate(Http program, Map<String, Object> body, String name) {
        Answer answer = program.with("X-Request-Id", name).post("/v1/licenses/validate", body);
        heard(answer, 200, valid -> {
            if (!valid.text("/code").equals("VALID")) {
                surprises.add(valid);
            }
            validations.add(name);
        });
    }

    private void heard(Answer answer, int status, Consumer<Answer> then) {
        if (answer.status() == status) {
            then.accept(answer);
        } else if (answer.status() == 503 && "UNAVAILABLE".equals(answer.at("/code"))) {
            assertThat(answer.header("Retry-After")).isNotNull();
        } else {
            surprises.add(answer);
        }
    }

    void assertNothingIsMissing() {
        Map<String, Instant> recorded = new HashMap<>();
        each(
                "/devices",
                device -> recorded.put(
                        String.valueOf(device.get("id")), Instant.parse(String.valueOf(device.get("heartbeatAt")))));
        heartbeats.forEach((device, at) -> assertThat(recorded.get(device))
                .as("the last heartbeat of %s", device)
                .isNotNull()
                .isAfterOrEqualTo(at));
        Set<String> logged = new HashSet<>();
        each("/validations", validation -> logged.add(String.valueOf(validation.get("requestId"))));
        assertThat(logged).containsAll(validations);
        assertThat(api.get(Vendor.path(license, "")).expect(200).at("/counts/devices"))
                .hasToString(String.valueOf(recorded.size()));
    }

    private void each(String what, Consumer<Map<?, ?>> row) {
        @Nullable Object next = "";
        while (next != null) {
            Answer page = api.get(Vendor.path(license, what + "?limit=200" + (next.equals("") ? "" : "&after=" + next)))
                    .expect(200);
            page.list("/data").forEach(each -> row.accept((Map<?, ?>) each));
            next = page.at("/next");
        }
    }
}
