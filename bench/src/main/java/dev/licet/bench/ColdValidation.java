package dev.licet.bench;

import dev.licet.bench.load.Load;
import dev.licet.bench.load.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Signed validation where every key is new to the server. */
final class ColdValidation implements Measure {
    private static final int CONNECTIONS = 32;

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String about() {
        return "the same when the server knows none of the keys, beside one indexed SELECT";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        Target server = stage.server(progress);
        int licenses = stage.scale().licenses();
        byte[] programs = Questions.programs(licenses);
        try (Load select = new Load(
                        server.address(), CONNECTIONS, Questions.baseline("select", programs, around(licenses)));
                Load validate =
                        new Load(server.address(), CONNECTIONS, Questions.validate(programs, around(licenses)))) {
            Turns turns =
                    Turns.take(select::run, time -> afterForgetting(server, validate, time), stage.scale(), progress);
            return List.of(
                    Figure.rate("validation, every key new", "answers", "SELECT", turns, Figure.Level.atLeast(0.7)));
        }
    }

    /** A change of the product makes each node forget what it knew of its licences. */
    private static Sample afterForgetting(Target server, Load load, Duration time) throws Exception {
        server.patch("/v1/products/" + Stage.PRODUCT, Map.of("name", "Bench " + System.nanoTime()));
        return load.run(time);
    }

    /** One after the other, so that none comes again before all others came. */
    private static IntSupplier around(int licenses) {
        int[] at = {0};
        return () -> at[0]++ % licenses;
    }
}
