package dev.licet.bench;

import dev.licet.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts on data that is there, each until the first validation is answered. */
final class Starts implements Measure {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "from the start of the process to the first validation, and the memory of the server then";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        Target shared = stage.server(progress);
        shared.stop();
        String question = Json.write(Map.of(
                "key", Seeds.key(0).toString(),
                "product", Stage.PRODUCT,
                "device", Map.of("fingerprint", Seeds.fingerprint(0))));
        for (int i = 0; i < stage.scale().turns(); i++) {
            long start = System.nanoTime();
            Target server = stage.install().startAlone(shared.data());
            server.post("/v1/licenses/validate", Json.parseObject(question));
            seconds.add((System.nanoTime() - start) / 1e9);
            bytes.add((double) server.residentBytes());
            server.stop();
            progress.step((i + 1.0) / stage.scale().turns());
        }
        stage.renew();
        double second = Turns.median(seconds);
        double megabyte = Turns.median(bytes) / (1 << 20);
        return List.of(
                Figure.stated(
                        "start to first validation", Figure.number(second) + " s", second, Figure.Level.atMost(4)),
                Figure.stated("memory after it", Figure.number(megabyte) + " MiB", megabyte, Figure.Level.atMost(300)));
    }
}
