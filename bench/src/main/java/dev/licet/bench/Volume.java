package dev.licet.bench;

import dev.licet.bench.load.Load;
import dev.licet.bench.load.Sample;
import dev.licet.bench.load.Zipf;
import java.util.List;
import java.util.Map;

/** What a validation leaves in the database. */
final class Volume implements Measure {

    @Override
    public String name() {
        return "volume";
    }

    @Override
    public String about() {
        return "rows, bytes and write-ahead log that a validation costs";
    }

    @Override
    public int seconds() {
        return 15;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        Target server = stage.server(progress);
        Zipf keys = new Zipf(stage.scale().licenses(), 5);
        byte[] programs = Questions.programs(stage.scale().licenses());
        try (Load load = new Load(server.address(), 32, Questions.validate(programs, keys::next))) {
            Map<String, ?> before = server.get("/bench/volume");
            Sample sample = load.run(stage.scale().turn().multipliedBy(3));
            Map<String, ?> after = server.get("/bench/volume");
            return List.of(
                    stated("log rows for a validation", "rows", before, after, sample, ""),
                    stated("bytes of log table and indexes for a validation", "bytes", before, after, sample, " bytes"),
                    stated("write-ahead log for a validation", "wal", before, after, sample, " bytes"));
        }
    }

    private static Figure stated(
            String name, String field, Map<String, ?> before, Map<String, ?> after, Sample sample, String unit) {
        double each = (number(after, field) - number(before, field)) / sample.done();
        return Figure.stated(name, Figure.number(each) + unit, each, null);
    }

    private static double number(Map<String, ?> volume, String field) {
        return Double.parseDouble(String.valueOf(volume.get(field)));
    }
}
