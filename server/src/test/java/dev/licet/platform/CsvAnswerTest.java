package dev.licet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People open exports in a spreadsheet, and what stands in them came from others. */
class CsvAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://evil.example\")",
                "+49 30 1234",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1"
            })
    void whatASpreadsheetWouldRunGetsAQuoteBeforeIt(String cell) {
        assertThat(CsvAnswer.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a=b", "{\"a\":\"=1\"}", "lic_1", "a-b", " =1", "'=1", "2027-01-01T00:00:00Z"})
    void whatItWouldNotStaysAsItIs(String cell) {
        assertThat(CsvAnswer.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void nothingIsAnEmptyCell() {
        assertThat(CsvAnswer.harmless(null)).isEmpty();
        assertThat(CsvAnswer.harmless("")).isEmpty();
    }
}
