package dev.licet.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private final Http http = TestServer.shared().http();

    private Answer post(String body) {
        return http.send("POST", "/probe/everything", "application/json", body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "[1",
                "nul",
                "{\"flag\":true,\"flag\":false}",
                "{'flag':true}",
                "{flag:true}",
                "{\"flag\":tru}",
                "{\"text\":\"\\x\"}",
                "{\"count\":01}",
                "{\"count\":NaN}",
                "// c\n{}",
                "{\"text\":\"a\nb\"}",
                "\uFEFF{}",
                "{\"map\":{\"a\":1,\"a\":2}}",
                "{,}",
                "\"unfinished"
            })
    void whatIsNotJsonIs400(String body) {
        post(body).problem(400, "NOT_JSON");
    }

    @Test
    void whatIsTooDeepIs400() {
        post("{\"map\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101)).problem(400, "NOT_JSON");
        post("[".repeat(100_000)).problem(400, "NOT_JSON");
    }

    @Test
    void whatIsNotUtf8Is400() {
        for (int[] bytes :
                new int[][] {{0xff}, {0xc3}, {0xed, 0xa0, 0x80}, {0xc0, 0x80}, {0xf8, 0x88, 0x80, 0x80, 0x80}}) {
            byte[] body = "{\"text\":\"xxxxx\"}".getBytes(UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                body[9 + i] = (byte) bytes[i];
            }
            http.send("POST", "/probe/everything", "application/json", body).problem(400, "NOT_JSON");
        }
        byte[] utf16 = "{\"flag\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_16);
        http.send("POST", "/probe/everything", "application/json; charset=utf-16", utf16)
                .problem(400, "NOT_JSON");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{`text`:1}|/text",
                "{`text`:true}|/text",
                "{`text`:[]}|/text",
                "{`text`:{}}|/text",
                "{`count`:`1`}|/count",
                "{`count`:1.5}|/count",
                "{`count`:1e400}|/count",
                "{`count`:99999999999}|/count",
                "{`count`:true}|/count",
                "{`count`:``}|/count",
                "{`amount`:`1`}|/amount",
                "{`flag`:1}|/flag",
                "{`flag`:`true`}|/flag",
                "{`at`:0}|/at",
                "{`at`:`yesterday`}|/at",
                "{`at`:`2026-01-01`}|/at",
                "{`at`:`1969-12-31T23:59:59Z`}|/at",
                "{`at`:`+10000-01-01T00:00:00Z`}|/at",
                "{`at`:`2026-02-30T00:00:00Z`}|/at",
                "{`at`:``}|/at",
                "{`span`:`-P1D`}|/span",
                "{`span`:`1 day`}|/span",
                "{`span`:`P99999999999Y`}|/span",
                "{`kind`:`SOFT_WARE`}|/kind",
                "{`kind`:0}|/kind",
                "{`kind`:``}|/kind",
                "{`list`:`a`}|/list",
                "{`list`:[1]}|/list/0",
                "{`list`:[`a`,null]}|/list/1",
                "{`list`:{}}|/list",
                "{`map`:[]}|/map",
                "{`map`:{`a`:{`b~/c`:`\\u0000`}}}|/map/a/b~0~1c",
                "{`text`:`\\u0000`}|/text",
                "{`text`:`\\ud800`}|/text",
                "{`text`:`\\udc00\\ud800`}|/text",
                "{`map`:{`\\u0000`:1}}|/map",
                "{`nothing`:1}|/nothing",
                "{`text`:`a`,`Text`:`b`}|/Text",
                "{`policy`:{`devices`:-1}}|/policy/devices",
                "{`policy`:{`nothing`:1}}|/policy/nothing",
                "{`policy`:3}|/policy",
                "{`map`:{`a`:1e999999999}}|/map/a",
                "[]|",
                "1|",
                "null|"
            })
    void whatDoesNotFitIs422(String body, String pointer) {
        post(body.replace('`', '"')).invalid(pointer == null ? "" : pointer);
    }

    @Test
    void whatFitsComesBack() {
        var answer = post("""
                        {"text":"<b>'; drop table events; -- 😀","count":3,"amount":12.50,"flag":true,
                         "at":"2026-01-31t12:00:00.123456789+02:00","span":"P1M","kind":"softWare","list":["a"],
                         "map":{"n":null,"big":123456789012345678901234567890.5,"deep":[{"x":[1,"2",false]}]}}""").expect(200);
        assertThat(answer.text("/text")).isEqualTo("<b>'; drop table events; -- 😀");
        assertThat(answer.text("/at")).isEqualTo("2026-01-31T10:00:00.123456Z");
        assertThat(answer.at("/amount")).hasToString("12.50");
        assertThat(answer.at("/kind")).isEqualTo("softWare");
        assertThat(answer.at("/map/big")).hasToString("123456789012345678901234567890.5");
        assertThat(answer.object("/map")).containsKey("n");
        assertThat(answer.object("")).containsKey("policy");
    }

    @Test
    void theCharsetOfJsonIsUtf8() {
        assertThat(post("{}").header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void moreThanAMebibyteIs413() {
        String most = "{\"text\":\"" + "x".repeat((1 << 20) - 11) + "\"}";
        post(most).expect(200);
        post(most + " ").problem(413, "BODY_TOO_LARGE");
    }

    @Test
    void aPatchIsMergedAndChecked() {
        var answer = http.patch("/probe/everything", Map.of("text", "new", "map", Map.of("a", "z")))
                .expect(200);
        assertThat(answer.at("/text")).isEqualTo("new");
        assertThat(answer.at("/count")).hasToString("1");
        assertThat(answer.at("/map")).isEqualTo(Map.of("a", "z", "c", "d"));
        var cleared = http.send(
                "PATCH", "/probe/everything", "application/merge-patch+json", "{\"count\":null}".getBytes(UTF_8));
        assertThat(cleared.expect(200).at("/count")).isNull();
        http.patch("/probe/everything", Map.of("nothing", 1)).invalid("/nothing");
        http.patch("/probe/everything", Map.of("count", "x")).invalid("/count");
        http.patch("/probe/everything", java.util.List.of()).invalid("");
    }

    @Test
    void versionsAreHonoured() {
        assertThat(http.get("/probe/everything").header("ETag")).isEqualTo("\"7\"");
        http.with("If-None-Match", "\"7\"").get("/probe/everything").expect(304);
        http.with("If-None-Match", "W/\"6\", W/\"7\"").get("/probe/everything").expect(304);
        http.with("If-None-Match", "\"6\"").get("/probe/everything").expect(200);
        for (String good : new String[] {"\"7\"", "*", "\"6\", \"7\"", "\"7-abc\""}) {
            http.with("If-Match", good).patch("/probe/everything", Map.of()).expect(200);
        }
        for (String stale : new String[] {"\"6\"", "W/\"7\"", "\"\"", "\"6\",\"8\""}) {
            http.with("If-Match", stale).patch("/probe/everything", Map.of()).problem(412, "STALE");
        }
        http.with("If-Match", "7").patch("/probe/everything", Map.of()).problem(400, "BAD_HEADER");
    }
}
