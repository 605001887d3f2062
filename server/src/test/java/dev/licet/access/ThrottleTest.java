package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Throttle throttle = new Throttle();

    @Test
    void hears_twenty_failures_and_then_says_how_long_to_wait() {
        fail(Throttle.FAILURES, "192.0.2.1");
        assertThat(throttle.failed("192.0.2.1", NOW)).contains(Duration.ofSeconds(3));
    }

    @Test
    void refills_with_time() {
        fail(Throttle.FAILURES, "192.0.2.1");
        assertThat(throttle.failed("192.0.2.1", NOW.plusSeconds(3))).isEmpty();
        assertThat(throttle.failed("192.0.2.1", NOW.plusSeconds(3))).isPresent();
        assertThat(throttle.failed("192.0.2.1", NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void survives_a_clock_that_goes_back() {
        fail(Throttle.FAILURES, "192.0.2.1");
        assertThat(throttle.failed("192.0.2.1", NOW.minusSeconds(3600))).isPresent();
        assertThat(throttle.failed("192.0.2.1", NOW.minusSeconds(3500))).isEmpty();
    }

    @Test
    void tells_addresses_apart_and_takes_an_ipv6_network_as_one() {
        fail(Throttle.FAILURES, "192.0.2.1");
        assertThat(throttle.failed("192.0.2.2", NOW)).isEmpty();
        for (int i = 0; i < Throttle.FAILURES; i++) {
            assertThat(throttle.failed("2001:db8:1:2::" + i, NOW)).isEmpty();
        }
        assertThat(throttle.failed("2001:db8:1:2:ffff::1", NOW)).isPresent();
        assertThat(throttle.failed("2001:db8:1:3::1", NOW)).isEmpty();
    }

    @Test
    void remembers_a_bounded_number_of_addresses() {
        for (int i = 0; i < 30_000; i++) {
            throttle.failed("10.0." + i / 256 + "." + i % 256, NOW);
        }
        assertThat(throttle.size()).isEqualTo(10_000);
    }

    private void fail(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.failed(address, NOW)).isEmpty();
        }
    }
}
