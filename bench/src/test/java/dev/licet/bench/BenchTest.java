package dev.licet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The measurements still run, on a scale that says nothing about speed. */
class BenchTest {
    /** Those that need a server of their own take as long as it takes to start. */
    private static final List<String> SHARED =
            List.of("hot", "cold", "heartbeats", "usage", "bulk", "volume", "tokens");

    @TempDir
    Path temporary;

    @Test
    @Timeout(120)
    void everyMeasureOfTheSharedServerGivesFigures() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "It reads /proc");
        List<Measure> measures = Bench.all().stream()
                .filter(each -> SHARED.contains(each.name()))
                .toList();

        Report report = Bench.run(measures, Install.here(), Scale.TINY);

        assertThat(measures).hasSameSizeAs(SHARED);
        assertThat(report.figures()).hasSizeGreaterThan(SHARED.size()).allMatch(each -> each.ratio() >= 0);
        assertThat(report.write(temporary)).content().contains("| validation, 32 connections |", "fsync on");
    }
}
