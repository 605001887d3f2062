package dev.licet.bench;

import dev.licet.bench.load.Load;
import dev.licet.bench.load.Zipf;
import java.util.List;

/** Signed validation of licences that are asked for again and again, some much more often than others. */
record HotValidation(String name, int connections) implements Measure {

    @Override
    public String about() {
        return "signed validation with its durable log row, " + connections + " connections, keys drawn by Zipf";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        Target server = stage.server(progress);
        byte[] programs = Questions.programs(stage.scale().licenses());
        Zipf keys = new Zipf(stage.scale().licenses(), 1);
        try (Load constant =
                        new Load(server.address(), connections, Questions.baseline("constant", programs, keys::next));
                Load validate = new Load(server.address(), connections, Questions.validate(programs, keys::next))) {
            Turns turns = Turns.take(constant::run, validate::run, stage.scale(), progress);
            String what = "validation, " + connections + " connections";
            return List.of(
                    Figure.rate(what, "answers", "servlet", turns, Figure.Level.atLeast(0.5)),
                    Figure.p99(what, "servlet", turns, Figure.Level.atMost(3)));
        }
    }
}
