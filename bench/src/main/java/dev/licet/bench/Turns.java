package dev.licet.bench;

import dev.licet.bench.load.Histogram;
import dev.licet.bench.load.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of two sides that took turns, A B A B …: whatever else the machine does hits both alike, so that the ratio of the
 * medians says more than either of them.
 */
record Turns(List<Sample> baseline, List<Sample> measured) {

    static Turns take(Side baseline, Side measured, Scale scale, Progress progress) throws Exception {
        baseline.run(scale.warmUp());
        measured.run(scale.warmUp());
        List<Sample> a = new ArrayList<>();
        List<Sample> b = new ArrayList<>();
        for (int i = 0; i < scale.turns(); i++) {
            a.add(baseline.run(scale.turn()));
            b.add(measured.run(scale.turn()));
            progress.step((i + 1.0) / scale.turns());
        }
        return new Turns(a, b);
    }

    double baselineRate() {
        return median(rates(baseline));
    }

    double measuredRate() {
        return median(rates(measured));
    }

    double ratio() {
        return measuredRate() / baselineRate();
    }

    /** The ratios of the single pairs of turns, the smallest first. */
    List<Double> spread() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < baseline.size(); i++) {
            ratios.add(measured.get(i).perSecond() / baseline.get(i).perSecond());
        }
        return ratios.stream().sorted().toList();
    }

    Histogram baselineLatency() {
        return latency(baseline);
    }

    Histogram measuredLatency() {
        return latency(measured);
    }

    private static Histogram latency(List<Sample> samples) {
        Histogram all = new Histogram();
        samples.forEach(each -> all.add(each.latency()));
        return all;
    }

    private static List<Double> rates(List<Sample> samples) {
        return samples.stream().map(Sample::perSecond).toList();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
