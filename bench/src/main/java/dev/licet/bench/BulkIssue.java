package dev.licet.bench;

import dev.licet.bench.load.Sample;
import dev.licet.core.id.TypeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many licences by one job, each with a key, an event and a result row of its own. */
final class BulkIssue implements Measure {

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public String about() {
        return "bulk issue of licences, beside COPY of the same rows";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        Target server = stage.server(progress);
        int count = stage.scale().population(10_000);
        String[] last = {issue(server, count)};
        Side recopy = time -> DatabaseWork.sample(
                server.post("/bench/recopy?job=" + TypeId.parse(last[0]).uuid(), Map.of()));
        Turns turns = Turns.take(recopy, time -> issued(server, count, last), stage.scale(), progress);
        return List.of(Figure.rate("bulk issue", "licences", "COPY", turns, Figure.Level.atLeast(0.3)));
    }

    private static Sample issued(Target server, int count, String[] last) throws Exception {
        long start = System.nanoTime();
        last[0] = issue(server, count);
        return new Sample(count, System.nanoTime() - start);
    }

    private static String issue(Target server, int count) throws Exception {
        var job = server.post("/v1/licenses/bulk", Map.of("plan", "pro", "count", count));
        String id =
                job.get("job") instanceof Map<?, ?> inner ? String.valueOf(inner.get("id")) : Stage.text(job, "job");
        for (Object state = state(server, id); !"done".equals(state); state = state(server, id)) {
            if ("failed".equals(state) || "cancelled".equals(state)) {
                throw new IllegalStateException("Job " + id + " " + state + ".");
            }
            Thread.sleep(Duration.ofMillis(10));
        }
        return id;
    }

    private static @Nullable Object state(Target server, String job) throws Exception {
        return server.get("/v1/jobs/" + job).get("state");
    }
}
