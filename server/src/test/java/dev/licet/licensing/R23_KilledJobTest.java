package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.licet.Server;
import dev.licet.testing.Http;
import dev.licet.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose server is killed half-way is finished, by the same server or by another, with neither a gap nor a repetition. */
class R23_KilledJobTest {
    /** {@code -Dlicences=100000} for as many as it takes to believe it. */
    private static final int MANY = Integer.getInteger("licences", 6_000);

    private static final String KEY = "the-key-of-all-nodes";

    private final List<Server> servers = new ArrayList<>();

    @TempDir
    Path temporary;

    @BeforeAll
    static void needsLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Process groups are made with setsid of Linux");
    }

    @AfterEach
    void stop() throws Exception {
        for (Server server : servers) {
            server.clear();
        }
    }

    @Test
    void theNextStartGoesOnWhereTheDeathWas() throws Exception {
        Server first = start("data", Map.of("LICET_API_KEY", KEY)).ready();
        Started started = Started.by(first);
        first.killAll();

        Server second = start("data", Map.of()).ready();

        started.assertFinishedOn(second);
    }

    @Test
    void anotherNodeTakesOver() throws Exception {
        Map<String, String> database = new HashMap<>(TestDatabase.create().settings());
        database.put("LICET_API_KEY", KEY);
        Server one = start("one", database).ready();
        Server two = start("two", database).ready();
        Started started = Started.by(one);
        one.kill();

        started.assertFinishedOn(two);
    }

    private Server start(String data, Map<String, String> settings) throws Exception {
        servers.add(Server.start(temporary.resolve(data), settings));
        return servers.getLast();
    }

    /** A job that is half done. */
    private record Started(String plan, String job, long nanos) {
        static Started by(Server server) throws Exception {
            Http api = server.http(KEY);
            String plan = new Vendor(api).plan(Map.of("term", "P1Y"));
            Jobs jobs = new Jobs(api);
            long nanos = System.nanoTime();
            String job = jobs.issue(plan, MANY).text("/job/id");
            Server.eventually("a job that is half done", () -> done(jobs, job) >= MANY / 3);
            assertThat(done(jobs, job)).as("done before the death").isLessThan(MANY);
            return new Started(plan, job, nanos);
        }

        private static int done(Jobs jobs, String job) {
            return Integer.parseInt(String.valueOf(jobs.get(job).at("/done")));
        }

        void assertFinishedOn(Server server) throws Exception {
            Http api = server.http(KEY);
            Jobs jobs = new Jobs(api);
            assertThat(jobs.done(job).at("/succeeded")).hasToString(String.valueOf(MANY));
            System.out.printf("%d licences, killed on the way: %d ms%n", MANY, (System.nanoTime() - nanos) / 1_000_000);

            List<Map<String, String>> rows = jobs.result(job);
            assertThat(rows).hasSize(MANY);
            assertThat(Jobs.values(rows, "row")).hasSize(MANY);
            assertThat(Jobs.values(rows, "key")).hasSize(MANY);
            List<Map<String, String>> licences = Jobs.read(
                    api.get("/v1/licenses/export?plan=" + plan).expect(200).body());
            assertThat(licences).hasSize(MANY);
            assertThat(Jobs.values(licences, "id")).isEqualTo(Jobs.values(rows, "id"));
        }
    }
}
