package dev.licet.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The functions of core and the SDK by JMH. */
final class Functions implements Measure {
    private static final String PACKAGE = "dev.licet.bench.jmh.";

    @Override
    public String name() {
        return "functions";
    }

    @Override
    public String about() {
        return "functions of core and the SDK, by JMH";
    }

    @Override
    public int seconds() {
        return 75;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        boolean tiny = stage.scale().isTiny();
        var options = new OptionsBuilder()
                .include(PACKAGE)
                .forks(tiny ? 0 : 1)
                .warmupIterations(tiny ? 0 : 3)
                .measurementIterations(tiny ? 1 : 4)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.milliseconds(tiny ? 10 : 1000))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        List<Figure> figures = new ArrayList<>();
        for (RunResult each : new Runner(options).run()) {
            double micros = each.getPrimaryResult().getScore();
            String name = each.getParams().getBenchmark().replace(PACKAGE, "");
            figures.add(Figure.stated(name, Figure.number(micros) + " µs", micros, null));
        }
        return figures;
    }
}
