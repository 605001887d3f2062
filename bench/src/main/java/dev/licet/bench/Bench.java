package dev.licet.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** ./licet bench: measures all there is, or what is named. */
public final class Bench {
    private static final List<Measure> MEASURES = List.of(
            new HotValidation("hot", 32),
            new HotValidation("hot256", 256),
            new ColdValidation(),
            new Heartbeats(),
            new UsageBatches(),
            new BulkIssue(),
            new Volume(),
            new Starts(),
            new Growth(),
            new Tokens(),
            new Functions());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("--list")) {
            MEASURES.forEach(each -> System.out.printf("  %-11s%s%n", each.name(), each.about()));
            return;
        }
        List<Measure> chosen = chosen(List.of(arguments));
        Report report = run(chosen, Install.here(), Scale.FULL);
        System.out.println(report.markdown());
        System.out.println("Written to "
                + report.write(Path.of(System.getProperty("bench.results", "bench/results")))
                + ", and beside it as JSON.");
        System.exit(0);
    }

    static List<Measure> all() {
        return MEASURES;
    }

    private static List<Measure> chosen(List<String> names) {
        List<Measure> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(MEASURES.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> refuse(name)));
        }
        return names.isEmpty() ? MEASURES : chosen;
    }

    private static Measure refuse(String name) {
        System.err.println("licet: there is no measure \"" + name + "\". There are "
                + MEASURES.stream().map(Measure::name).collect(Collectors.joining(", ")) + ".");
        System.exit(1);
        throw new IllegalStateException(name);
    }

    static Report run(List<Measure> measures, Install install, Scale scale) throws Exception {
        Instant at = Instant.now();
        long start = System.nanoTime();
        Progress progress =
                Progress.onTerminal(measures.stream().mapToInt(Measure::seconds).sum());
        List<Figure> figures = new ArrayList<>();
        try (Stage stage = new Stage(install, scale)) {
            String load = Machine.load();
            for (Measure each : measures) {
                progress.begin(each.name(), each.seconds());
                figures.addAll(each.run(stage, progress));
            }
            progress.end();
            var machine = Machine.describe(Path.of(System.getProperty("java.io.tmpdir")), stage.postgres(), load);
            return new Report(machine, at, Duration.ofNanos(System.nanoTime() - start), figures);
        }
    }
}
