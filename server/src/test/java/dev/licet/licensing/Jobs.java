package dev.licet.licensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bulk work as a client does it: start a job, wait for its end, read its rows. */
final class Jobs {
    private static final String BULK = "/v1/licenses/bulk";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Http api;

    Jobs(Http api) {
        this.api = api;
    }

    Answer issue(String plan, int count) {
        return start("", Map.of("plan", plan), Map.of("count", count));
    }

    Answer post(String what, Map<String, ?> body) {
        return api.post(BULK + what, body);
    }

    Answer start(String what, Map<String, ?> some, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(some);
        body.putAll(more);
        return post(what, body).expect(202);
    }

    Answer csv(String text) {
        return csv("", text.getBytes(UTF_8));
    }

    Answer csv(String what, byte[] bytes) {
        return api.send("POST", BULK + what, "text/csv", bytes);
    }

    Answer get(String job) {
        return api.get("/v1/jobs/" + job).expect(200);
    }

    /** The job once it is over; there is nothing but the server's own pace to wait for. */
    Answer ended(String job) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Answer answer = get(job);
        while (answer.at("/endedAt") == null) {
            assertThat(Instant.now()).as(answer::toString).isBefore(deadline);
            pause();
            answer = get(job);
        }
        return answer;
    }

    Answer done(String job) {
        Answer answer = ended(job);
        assertThat(answer.text("/state")).as(answer::toString).isEqualTo("done");
        return answer;
    }

    List<Map<String, String>> result(String job) {
        Answer answer = api.get("/v1/jobs/" + job + "/result").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        return read(answer.body());
    }

    static List<Map<String, String>> read(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .map(NamedCsvRecord::getFieldsAsMap)
                .toList();
    }

    static Set<String> values(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(java.util.stream.Collectors.toSet());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
