package dev.licet.bench;

import dev.licet.bench.load.Load;
import dev.licet.bench.load.Zipf;
import java.util.List;

/** What a validation costs among a million licences and among a thousand, on two servers that take turns. */
final class Growth implements Measure {
    private static final int CONNECTIONS = 32;
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;

    @Override
    public String name() {
        return "million";
    }

    @Override
    public String about() {
        return "validation at 1,000,000 licences beside validation at 1,000";
    }

    @Override
    public int seconds() {
        return 110;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        int few = stage.scale().population(FEW);
        int many = stage.scale().population(MANY);
        try (Target small = stage.filled(few, progress);
                Target large = stage.filled(many, progress);
                Load one = load(small, few);
                Load other = load(large, many)) {
            Turns turns = Turns.take(one::run, other::run, stage.scale(), progress);
            return List.of(
                    Figure.cost("validation at 1,000,000 licences", "at 1,000", turns, Figure.Level.atMost(1.2)));
        }
    }

    private static Load load(Target server, int licenses) throws Exception {
        Zipf keys = new Zipf(licenses, 4);
        return new Load(server.address(), CONNECTIONS, Questions.validate(Questions.programs(licenses), keys::next));
    }
}
