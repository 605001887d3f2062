package dev.licet.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.DatabaseDump;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer that is kept for the next attempt may hold a key, and is kept sealed. */
class R136_SecretsAreEncryptedAtRestTest {
    private final TestServer server = TestServer.shared();

    @Test
    void an_answer_kept_for_replay_gives_nothing_away() {
        Http once = server.http().with("Idempotency-Key", "r136");
        Map<String, Object> request = Map.of("name", "R136", "scopes", List.of("catalog:read"));
        Answer first = once.post("/v1/api-keys", request).expect(201);
        Answer again = once.post("/v1/api-keys", request).expect(201);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("/key")).isEqualTo(first.text("/key"));
        assertThat(server.jdbc()
                        .sql("select count(*) from idempotency where key = 'r136'")
                        .query(Integer.class)
                        .single())
                .isOne();
        DatabaseDump.of(server).lacks("the key in the kept answer", first.text("/key"));
    }
}
