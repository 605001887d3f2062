package dev.licet.bench;

import dev.licet.bench.load.Histogram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param measured what was measured, in its unit
 * @param baseline beside what
 * @param ratio the measured one to the baseline, or the figure itself where there is no baseline
 * @param spread the least and the greatest of the single turns
 * @param level what is to be reached; null where the figure is only stated
 */
record Figure(
        String name,
        String measured,
        String baseline,
        double ratio,
        @Nullable String spread,
        @Nullable Level level,
        Map<String, Object> details) {

    /** At least or at most so much. */
    record Level(boolean atLeast, double value) {
        static Level atLeast(double value) {
            return new Level(true, value);
        }

        static Level atMost(double value) {
            return new Level(false, value);
        }

        boolean reached(double ratio) {
            return atLeast ? ratio >= value : ratio <= value;
        }

        @Override
        public String toString() {
            return (atLeast ? "≥ " : "≤ ") + Figure.number(value);
        }
    }

    /** How many a second. */
    static Figure rate(String name, String unit, String baseline, Turns turns, Level level) {
        return new Figure(
                name,
                "%s %s/s".formatted(count(turns.measuredRate()), unit),
                "%s: %s/s".formatted(baseline, count(turns.baselineRate())),
                turns.ratio(),
                spread(turns),
                level,
                details(turns));
    }

    /** How long one takes, from rates. */
    static Figure cost(String name, String baseline, Turns turns, Level level) {
        List<Double> costs =
                turns.spread().stream().map(each -> 1 / each).sorted().toList();
        return new Figure(
                name,
                micros(1e9 / turns.measuredRate()),
                baseline + ": " + micros(1e9 / turns.baselineRate()),
                1 / turns.ratio(),
                number(costs.getFirst()) + " – " + number(costs.getLast()),
                level,
                details(turns));
    }

    /** How long the slowest hundredth takes at least. */
    static Figure p99(String name, String baseline, Turns turns, Level level) {
        double measured = turns.measuredLatency().quantile(0.99);
        double other = turns.baselineLatency().quantile(0.99);
        return new Figure(
                name + ", p99",
                micros(measured),
                baseline + ": " + micros(other),
                measured / other,
                null,
                level,
                Map.of());
    }

    static Figure stated(String name, String measured, double value, @Nullable Level level) {
        return new Figure(name, measured, "–", value, null, level, Map.of());
    }

    boolean reached() {
        return level == null || level.reached(ratio);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("measured", measured);
        json.put("baseline", baseline);
        json.put("ratio", java.math.BigDecimal.valueOf(ratio));
        json.put("spread", spread == null ? "" : spread);
        json.put("level", level == null ? "" : level.toString());
        json.put("reached", reached());
        json.putAll(details);
        return json;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String micros(double nanos) {
        return nanos < 10_000_000
                ? String.format(Locale.ROOT, "%,.1f µs", nanos / 1000)
                : String.format(Locale.ROOT, "%,.1f ms", nanos / 1_000_000);
    }

    private static String spread(Turns turns) {
        return number(turns.spread().getFirst()) + " – " + number(turns.spread().getLast());
    }

    private static Map<String, Object> details(Turns turns) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("measuredPerSecond", rates(turns.measured()));
        details.put("baselinePerSecond", rates(turns.baseline()));
        details.put("measuredMicros", quantiles(turns.measuredLatency()));
        details.put("baselineMicros", quantiles(turns.baselineLatency()));
        return details;
    }

    private static List<Object> rates(List<dev.licet.bench.load.Sample> samples) {
        return new ArrayList<>(
                samples.stream().map(each -> Math.round(each.perSecond())).toList());
    }

    private static Map<String, Object> quantiles(Histogram latency) {
        Map<String, Object> quantiles = new LinkedHashMap<>();
        quantiles.put("p50", latency.quantile(0.5) / 1000);
        quantiles.put("p99", latency.quantile(0.99) / 1000);
        quantiles.put("p999", latency.quantile(0.999) / 1000);
        return quantiles;
    }
}
