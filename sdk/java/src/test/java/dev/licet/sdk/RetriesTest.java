package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.sdk.FakeServer.Reply;
import dev.licet.sdk.http.Request;
import dev.licet.sdk.http.Response;
import dev.licet.sdk.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest extends LicetTest {

    private final List<Duration> timeouts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void triesAgainAfterWhatPasses(int status) {
        server.answer(new Reply(status, Map.of(), ""));
        assertThat(client().activate(KEY).valid()).isTrue();
        assertThat(waits).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 412, 413, 415, 422})
    void doesNotTryAgainAfterANo(int status) {
        server.answer(Reply.json(status, Map.of("code", "INVALID")));
        assertThatThrownBy(() -> client().activate(KEY)).isInstanceOf(LicetException.Refused.class);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void waitsLongerEachTimeUpToARandomTime() {
        RandomGenerator most = new Random() {
            private static final long serialVersionUID = 1;

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
        assertThatThrownBy(() -> send(builder().random(most).transport(failing())))
                .isInstanceOf(LicetException.Unreachable.class)
                .hasMessageContaining("gone");
        assertThat(waits).containsExactly(millis(200), millis(400), millis(800), millis(1600));
        assertThat(timeouts).hasSize(5);
    }

    @Test
    void waitsARandomPartOfIt() {
        assertThatThrownBy(() -> send(builder().transport(failing()))).isNotNull();
        assertThat(waits.get(0)).isBetween(millis(0), millis(200));
        assertThat(waits.get(3)).isBetween(millis(0), millis(1600));
        List<Duration> first = List.copyOf(waits);
        waits.clear();
        assertThatThrownBy(() -> send(builder().random(new Random(2)).transport(failing())))
                .isNotNull();
        assertThat(waits).isNotEqualTo(first);
    }

    @Test
    void neverOutlastsThePatienceGiven() {
        Transport slow = request -> {
            timeouts.add(request.timeout());
            clock.move(request.timeout());
            throw new IOException("slow");
        };
        var before = clock.instant();
        assertThatThrownBy(() -> send(
                        builder().timeout(millis(4000)).patience(millis(10_000)).transport(slow)))
                .isInstanceOf(LicetException.Unreachable.class);
        assertThat(Duration.between(before, clock.instant())).isBetween(millis(8000), millis(10_000));
        assertThat(timeouts).hasSizeBetween(2, 3).startsWith(millis(4000), millis(4000));
    }

    @ParameterizedTest
    @CsvSource({"7, 7000", "'Sun, 22 Nov 2026 10:00:09 GMT', 9000", "0, 0"})
    void waitsAsLongAsTheServerAsks(String header, long millis) {
        server.answer(new Reply(429, Map.of("Retry-After", header), ""));
        client().activate(KEY);
        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(millis(millis), millis(Math.max(millis, 200))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-3", "1e9", "Sun, 22 Nov 1926 10:00:09 GMT"})
    void takesNoNonsense(String header) {
        server.answer(new Reply(503, Map.of("Retry-After", header), ""));
        client().activate(KEY);
        assertThat(waits).singleElement().satisfies(wait -> assertThat(wait).isLessThan(millis(201)));
    }

    @Test
    void givesUpAtOnceWhenTheServerAsksForMore() {
        server.answer(new Reply(429, Map.of("Retry-After", "3600"), ""));
        assertThatThrownBy(() -> client().activate(KEY)).isInstanceOf(LicetException.Unreachable.class);
        assertThat(server.asked).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void anInterruptEndsIt() {
        LicetClient client = client(builder().transport(request -> {
            throw new InterruptedException();
        }));
        assertThatThrownBy(() -> client.activate(KEY)).isInstanceOf(LicetException.Unreachable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Transport failing() {
        return request -> {
            timeouts.add(request.timeout());
            throw new IOException("gone");
        };
    }

    private static Response send(ClientBuilder builder) {
        Request request = new Request("POST", URI.create("http://localhost/"), Map.of(), "{}", millis(1));
        return new Retries(builder.settings()).send(request).response();
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }
}
