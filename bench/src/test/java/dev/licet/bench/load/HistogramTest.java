package dev.licet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void tellsQuantilesToTwoPerCent() {
        Histogram histogram = new Histogram();
        for (int i = 1; i <= 100_000; i++) {
            histogram.add(i * 10L);
        }

        assertThat((double) histogram.quantile(0.5)).isCloseTo(500_000, within(10_000.0));
        assertThat((double) histogram.quantile(0.99)).isCloseTo(990_000, within(20_000.0));
        assertThat(histogram.quantile(1)).isBetween(1_000_000L, 1_020_000L);
        assertThat(histogram.total()).isEqualTo(100_000);
        assertThat(new Histogram().quantile(0.99)).isZero();
    }

    @Test
    void countsShortTimesExactly() {
        Histogram histogram = new Histogram();
        histogram.add(1);
        histogram.add(70);

        assertThat(histogram.quantile(0.5)).isEqualTo(1);
        assertThat(histogram.quantile(1)).isEqualTo(70);
    }
}
