package dev.licet.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class EventsTest {
    private final TestServer server = TestServer.shared();
    private final Http http = server.http();
    private final String subject = "probe-" + Uuid7.next();

    private void change() {
        http.with("X-Request-Id", "a-name")
                .post("/probe/changes", Map.of("subject", subject, "fail", "no"))
                .expect(201);
    }

    @Test
    void anEventSaysWhoWhatWhenAndWhat() {
        change();
        var event = http.get("/v1/events?type=probe.changed&subject=" + subject).expect(200);
        assertThat(event.text("/data/0/id")).startsWith("evt_");
        assertThat(event.text("/data/0/actor")).startsWith("key_");
        assertThat(event.text("/data/0/requestId")).isEqualTo("a-name");
        assertThat(event.object("/data/0")).containsEntry("before", null).containsEntry("reason", null);
        assertThat(event.text("/data/0/after/fail")).isEqualTo("no");
        http.get("/v1/events?actor=nobody&subject=" + subject).expect(200);
        assertThat(http.get("/v1/events?actor=nobody&subject=" + subject).list("/data"))
                .isEmpty();
    }

    @Test
    void pagesHoldEveryEventOnceWhileMoreAreAdded() {
        for (int i = 0; i < 7; i++) {
            change();
        }
        List<Object> seen = new ArrayList<>();
        String next = "";
        do {
            var page = http.get("/v1/events?limit=3&subject=" + subject + next).expect(200);
            page.list("/data").forEach(event -> seen.add(((Map<?, ?>) event).get("id")));
            next = page.at("/next") == null ? "" : "&after=" + page.text("/next");
            change();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen.stream().map(String::valueOf).toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void nobodyChangesTheRecord() {
        change();
        http.delete("/probe/events").problem(409, "CONFLICT");
        for (String sql : List.of("delete from events", "update events set actor = 'x'", "truncate events")) {
            assertThatThrownBy(() -> server.jdbc().sql(sql).update()).hasMessageContaining("append-only");
        }
        assertThat(http.get("/v1/events?subject=" + subject).list("/data")).hasSize(1);
    }

    @Test
    void anEventNeedsATransaction() {
        Caller nobody = new Caller("system", "-", Set.of());
        assertThatThrownBy(() -> server.bean(Events.class).record(nobody, "x", "y", null, null, null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void readingNeedsTheScope() {
        http.anonymous().get("/v1/events").problem(401, "UNAUTHORIZED");
    }
}
