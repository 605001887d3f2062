package dev.licet.bench;

import dev.licet.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run as a table for people and as JSON for programs. */
record Report(Map<String, Object> machine, Instant at, Duration took, List<Figure> figures) {

    String markdown() {
        StringBuilder out = new StringBuilder("# ./licet bench, " + at.truncatedTo(ChronoUnit.SECONDS) + "\n\n");
        machine.forEach((name, value) ->
                out.append("* ").append(name).append(": ").append(value).append('\n'));
        out.append("* took: ")
                .append(took.toSeconds())
                .append(" s, in turns with the baselines; read the ratios, not the rates\n\n");
        out.append(
                "| measure | measured | baseline | ratio | of single turns | level | |\n|---|---|---|---|---|---|---|\n");
        figures.forEach(each -> out.append(line(each)));
        return out.toString();
    }

    private static String line(Figure figure) {
        return "| %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        figure.name(),
                        figure.measured(),
                        figure.baseline(),
                        figure.baseline().equals("–") ? "–" : Figure.number(figure.ratio()),
                        figure.spread() == null ? "–" : figure.spread(),
                        figure.level() == null ? "stated" : figure.level(),
                        figure.level() == null ? "" : figure.reached() ? "reached" : "not reached");
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", at.toString());
        json.put("seconds", took.toSeconds());
        json.put("machine", machine);
        json.put("figures", figures.stream().map(Figure::toJson).toList());
        return Json.write(json) + "\n";
    }

    /** Returns the file for people. */
    Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        String name = at.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        Files.writeString(directory.resolve(name + ".json"), json());
        return Files.writeString(directory.resolve(name + ".md"), markdown());
    }
}
