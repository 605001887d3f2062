package dev.licet.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-1",
                "12.50",
                "\"\"",
                "\"žluťoučký \uD83D\uDCDD\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":[]}],\"x\",null]",
                "{\"b\":1,\"a\":{\"c\":true},\"\":null}",
                "\"\\\"\\\\\\n\\r\\t\\u0001\""
            })
    void whatIsReadIsWrittenAgainAsItWas(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void everyEscapeIsRead() {
        assertThat(Json.parse("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u017e \\uD83D\\uDCDD\""))
                .isEqualTo("\" \\ / \b \f \n \r \t ž \uD83D\uDCDD");
    }

    @Test
    void spaceMayStandBetweenAnything() {
        assertThat(Json.parse(" \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : { } } "))
                .isEqualTo(Json.parse("{\"a\":[1,2],\"b\":{}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E+3", "1000e0", "1000"})
    void exponentsAreWrittenOut(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo("1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "True",
                "undefined",
                "NaN",
                "Infinity",
                "01",
                "-",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e+",
                "0x10",
                "1e1000",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"\u0001\"",
                "\"a\nb\"",
                "\"\\ud83d\"",
                "\"\\udcdd\\ud83d\"",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[",
                "[1",
                "]",
                "{a:1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1",
                "{1:2}",
                "1 2",
                "{}{}",
                "// x\n1",
                "/* x */1",
                "\uFEFF{}",
                "\u00a01"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("Not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":1}", "{\"b\":{\"a\":1,\"a\":1}}"})
    void aMemberStandsThereOnce(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void itGoes64LevelsDeepAndNoDeeper() {
        Json.parse("[".repeat(64) + "1" + "]".repeat(64));
        Json.parse("{\"a\":".repeat(64) + "1" + "}".repeat(64));
        assertThatThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("too deeply");
        assertThatThrownBy(() -> Json.parse("[".repeat(1_000_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void aNumberHasAtMost100Characters() {
        assertThat(Json.write(Json.parse("9".repeat(100)))).isEqualTo("9".repeat(100));
        assertThatThrownBy(() -> Json.parse("9".repeat(101))).isInstanceOf(JsonException.class);
    }

    @Test
    void anObjectIsAskedForByName() {
        assertThat(Json.parseObject("{\"a\":null}")).containsOnlyKeys("a");
        assertThatThrownBy(() -> Json.parseObject("[]")).isInstanceOf(JsonException.class);
    }

    @Test
    void whatHasNoFormIsNotWritten() {
        assertThatThrownBy(() -> Json.write(Map.of("a", 1.5))).isInstanceOf(IllegalArgumentException.class);
    }
}
