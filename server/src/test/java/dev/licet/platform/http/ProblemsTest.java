package dev.licet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Http http = TestServer.shared().http();

    @Test
    void unknownPathIs404() {
        http.get("/v1/nothing").problem(404, "NOT_FOUND");
        http.post("/nothing/at/all", Map.of()).problem(404, "NOT_FOUND");
        http.get("/nothing").problem(404, "NOT_FOUND");
    }

    @Test
    void aProblemHasAllItsMembers() {
        var problem = http.get("/v1/nothing");
        assertThat(problem.object(""))
                .containsOnlyKeys("type", "title", "status", "detail", "code", "requestId", "errors");
        assertThat(problem.text("/type")).isEqualTo("urn:licet:problem:not-found");
        assertThat(problem.text("/title")).isEqualTo("Not found");
    }

    @Test
    void wrongMethodIs405AndSaysWhichAreRight() {
        var problem = http.put("/probe/everything", Map.of()).problem(405, "METHOD_NOT_ALLOWED");
        assertThat(problem.header("Allow")).contains("GET").contains("POST").contains("PATCH");
    }

    @Test
    void wrongContentTypeIs415() {
        for (String type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", "application/yaml", "nonsense"}) {
            http.send("POST", "/probe/everything", type, "{}".getBytes(StandardCharsets.UTF_8))
                    .problem(415, "UNSUPPORTED_MEDIA_TYPE");
        }
        http.send("POST", "/probe/everything", null, "{}".getBytes(StandardCharsets.UTF_8))
                .problem(415, "UNSUPPORTED_MEDIA_TYPE");
        http.with("Content-Encoding", "gzip")
                .post("/probe/everything", Map.of())
                .problem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void acceptNeverBreaks() {
        http.with("Accept", "image/png").get("/probe/list").expect(200);
        http.with("Accept", "nonsense").get("/probe/list").expect(200);
        http.with("Accept", "text/html").get("/v1/nothing").problem(404, "NOT_FOUND");
    }

    @Test
    void aDefectTellsTheCallerNothing() {
        var problem = http.get("/probe/broken").problem(500, "INTERNAL");
        assertThat(problem.body()).doesNotContain("secret", "IllegalState", "dev.licet.testing");
    }

    @Test
    void aContradictionInTheDatabaseIs409() {
        http.get("/probe/contradiction").problem(409, "CONFLICT");
    }

    @Test
    void pathAndQueryAreChecked() {
        http.get("/probe/numbers/7?times=3").expect(200);
        http.get("/probe/numbers/seven").problem(404, "NOT_FOUND");
        http.get("/probe/numbers/7?times=three").invalid("times");
        http.get("/probe/numbers/99999999999").problem(404, "NOT_FOUND");
    }

    @Test
    void listParametersAreChecked() {
        assertThat(http.get("/probe/list?limit=200&kind=softWare").list("/data").toString())
                .isEqualTo("[200 SOFT_WARE]");
        for (String limit : new String[] {"0", "201", "-1", "x", "", "1e2", "99999999999999999999"}) {
            http.get("/probe/list?limit=" + limit).invalid("limit");
        }
        http.get("/probe/list?after=nonsense").invalid("after");
        http.get("/probe/list?kind=SOFT_WARE").invalid("kind");
        http.get("/probe/list?kinds=other").invalid("kinds");
        http.get("/probe/list?kind=%00").invalid("kind");
        http.get("/probe/list?limit=1&limit=2").invalid("limit");
    }

    @Test
    void filtersInARecordAreCheckedToo() {
        var found = http.get("/probe/filtered?kind=other&before=2026-01-01T00:00:00Z&count=3&limit=2")
                .expect(200);
        assertThat(found.text("/data/0")).isEqualTo("Filters[kind=OTHER, before=2026-01-01T00:00:00Z, count=3]");
        http.get("/probe/filtered").expect(200);
        http.get("/probe/filtered?kind=OTHER").invalid("kind");
        http.get("/probe/filtered?before=yesterday").invalid("before");
        http.get("/probe/filtered?before=%2B99999-01-01T00:00:00Z").invalid("before");
        http.get("/probe/filtered?count=x").invalid("count");
        http.get("/probe/filtered?counts=1").invalid("counts");
        http.get("/probe/filtered?count.a%5B0%5D=1").invalid("count.a[0]");
    }

    @Test
    void everyAnswerHasARequestId() {
        assertThat(http.get("/v1/nothing").header("X-Request-Id")).startsWith("req_");
        var named = http.with("X-Request-Id", "my-own.id_1").get("/v1/nothing");
        assertThat(named.header("X-Request-Id")).isEqualTo("my-own.id_1");
        assertThat(named.at("/requestId")).isEqualTo("my-own.id_1");
        for (String insane : List.of("a b", "x".repeat(129), "é", "<script>")) {
            assertThat(http.with("X-Request-Id", insane).get("/probe/list").header("X-Request-Id"))
                    .startsWith("req_");
        }
    }

    @Test
    void everyAnswerIsClosedToOtherSites() {
        for (String path : List.of("/v1/nothing", "/probe/list", "/probe/broken")) {
            var answer = http.get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("Server")).isNull();
        }
    }

    @Test
    void headAndOptionsWork() {
        var head = http.send("HEAD", "/probe/list", null, null).expect(200);
        assertThat(head.body()).isEmpty();
        var options =
                http.anonymous().send("OPTIONS", "/probe/list", null, null).expect(200);
        assertThat(options.header("Allow")).contains("GET");
        http.send("TRACE", "/probe/list", null, null).problem(405, "METHOD_NOT_ALLOWED");
    }
}
