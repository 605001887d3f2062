package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.licet.testing.Together;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many requests at once on a machine with one processor, by a server that is started as customers start it. */
@Timeout(120)
class CrowdTest {
    @TempDir
    Path temporary;

    @Test
    void everyRequestOfACrowdIsAnswered() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Process groups are made with setsid of Linux");
        var server = Server.start(
                temporary.resolve("data"),
                System.getProperty("java.class.path"),
                List.of(),
                List.of("-Djdk.virtualThreadScheduler.parallelism=1"));
        try {
            server.ready();
            var key = server.shown("API key");
            var answers = Together.call(100, i -> post(server, key, i));
            assertThat(answers).allMatch(status -> status == 201);
        } finally {
            server.clear();
        }
    }

    private static int post(Server server, String key, int number) {
        try {
            var product = "{\"code\":\"p" + number + "\",\"name\":\"P\",\"kind\":\"software\"}";
            return server.post("/products", key, product).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
