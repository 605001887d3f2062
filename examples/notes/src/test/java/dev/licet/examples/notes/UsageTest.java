package dev.licet.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.sdk.Code;
import dev.licet.sdk.LicetClient;
import dev.licet.sdk.RefusedUsage;
import dev.licet.sdk.Usage;
import dev.licet.sdk.UsageEvent;
import dev.licet.sdk.Use;
import dev.licet.sdk.device.Fingerprint;
import dev.licet.sdk.http.HttpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The SDK counts at a real server. */
@Timeout(300)
class UsageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RealServer server;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = RealServer.start(data);
        server.call("POST", "/v1/products", "{\"code\":\"notes\",\"name\":\"Notes\",\"kind\":\"software\"}");
        server.call(
                "POST",
                "/v1/products/notes/features",
                "{\"code\":\"exports\",\"name\":\"Exports\",\"type\":\"metered\"}");
        server.call("POST", "/v1/plans", """
                {"product":"notes","code":"metered","name":"Metered",
                 "features":{"exports":{"limit":5,"period":"P1M","overage":"refuse"}}}""");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void R104_whatIsAddedIsInTheBalanceWithinASecondOrSo() throws Exception {
        try (LicetClient licet = client(new HttpTransport())) {
            assertThat(licet.validate().valid()).isTrue();
            licet.usage().add(UsageEvent.of("exports", 2).dimension("format", "markdown"));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (licet.usage().balance("exports").isEmpty() && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            var balance = licet.usage().balance("exports").orElseThrow();
            assertThat(balance.used()).isEqualByComparingTo("2");
            assertThat(balance.remaining().orElseThrow()).isEqualByComparingTo("3");
            assertThat(balance.resetsAt()).isPresent();
        }
    }

    @Test
    void R4_R53_whatIsBeyondTheCapIsRefusedAndTold() throws Exception {
        List<RefusedUsage> refused = new CopyOnWriteArrayList<>();
        try (LicetClient licet = client(new HttpTransport())) {
            Usage usage = licet.usage().onRefused(refused::add);
            assertThat(usage.tryUse("exports", 5).granted()).isTrue();
            Use no = usage.tryUse("exports", 1);
            assertThat(no.outcome()).isEqualTo(Use.Outcome.REFUSED);
            assertThat(no.code()).isEqualTo(Code.USAGE_EXCEEDED);
            usage.add("exports", 1);
            usage.flush();
            assertThat(refused).extracting(RefusedUsage::code).containsExactly(Code.USAGE_EXCEEDED);
            assertThat(usage.balance("exports").orElseThrow().isUsedUp()).isTrue();
        }
    }

    @Test
    void countsOnceThoughAnswersAreLost() throws Exception {
        List<String> lost = new ArrayList<>();
        var real = new HttpTransport();
        try (LicetClient licet = client(request -> {
            var response = real.send(request);
            if (request.uri().getPath().endsWith("/usage") && lost.size() < 3) {
                lost.add(String.valueOf(request));
                throw new IOException("The answer was lost");
            }
            return response;
        })) {
            licet.usage().add("exports", 1);
            licet.usage().flush();
            assertThat(lost).isNotEmpty();
            assertThat(licet.usage().refresh("exports").orElseThrow().used()).isEqualByComparingTo("1");
        }
    }

    private LicetClient client(dev.licet.sdk.http.Transport transport) {
        String key = String.valueOf(
                server.call("POST", "/v1/licenses", "{\"plan\":\"metered\"}").get("key"));
        return LicetClient.of(server.url())
                .product("notes")
                .keys(server.keys())
                .store(folder)
                .fingerprint(Fingerprint.of("test", "device 1"))
                .licenseKey(key)
                .transport(transport)
                .build();
    }
}
