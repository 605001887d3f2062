package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.file.UsageReport;
import dev.licet.core.key.LicenseKey;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R107: what was used without a network is carried to the server. */
class R107_UsageReportTest extends LicetTest {

    private static final LicenseKey PARSED = LicenseKey.parse(KEY);

    private LicetClient alone() {
        return client(LicetClient.withoutServer()
                .product("notes")
                .keys(license.signing.jwks())
                .store(folder)
                .fingerprint(DEVICE)
                .clock(clock)
                .licenseKey(KEY));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static UsageReport read(Path path) {
        try {
            return UsageReport.open(Files.readString(path)).verify(PARSED);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void reportsSayWhatWasUsedAndWhen() {
        LicetClient licet = alone();
        licet.usage().add(UsageEvent.of("exports", 2).dimension("format", "pdf"));
        clock.move(Duration.ofDays(1));
        licet.usage().add("exports", 3);

        List<Path> written = licet.usage().writeReports(out());

        assertThat(written).hasSize(1);
        UsageReport report = read(written.get(0));
        assertThat(report.number()).isEqualTo(1);
        assertThat(report.fingerprint()).isEqualTo(DEVICE.value());
        assertThat(report.events())
                .extracting(each -> each.quantity().intValue())
                .containsExactly(2, 3);
        assertThat(report.events().get(0).dimensions()).containsEntry("format", "pdf");
        assertThat(Duration.between(
                        report.events().get(0).at(), report.events().get(1).at()))
                .isEqualTo(Duration.ofDays(1));
        assertThat(licet.usage().writeReports(out())).as("nothing is left").isEmpty();
        assertThat(server.asked).isEmpty();
    }

    @Test
    void numbersGoOnAcrossStartsAndEveryEventIsInOneReport() {
        List<Integer> numbers = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> series = new ArrayList<>();
        for (int start = 0; start < 3; start++) {
            LicetClient licet = alone();
            for (int i = 0; i < 1200; i++) {
                licet.usage().add("exports", 1);
            }
            for (Path path : licet.usage().writeReports(out())) {
                UsageReport report = read(path);
                assertThat(report.events().size()).isBetween(1, 1000);
                numbers.add(report.number());
                series.add(report.series());
                report.events().forEach(each -> ids.add(each.id()));
            }
            licet.close();
        }
        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(series).containsOnly(series.get(0));
        assertThat(ids).hasSize(3600).doesNotHaveDuplicates();
    }

    @Test
    void largeEventsAreSpreadOverReportsThatCanBeRead() {
        LicetClient licet = alone();
        for (int i = 0; i < 900; i++) {
            licet.usage()
                    .add(UsageEvent.of("exports", 1)
                            .dimension("a", "x".repeat(199))
                            .dimension("b", "y".repeat(199))
                            .dimension("c", "z".repeat(199)));
        }
        List<Path> written = licet.usage().writeReports(out());
        assertThat(written).hasSizeGreaterThan(1);
        assertThat(written.stream().mapToInt(path -> read(path).events().size()).sum())
                .isEqualTo(900);
    }

    @Test
    void whatWasWrittenUnderAnotherKeyIsAReportOfThatKey() {
        LicenseKey other = LicenseKey.generate(new SecureRandom(), null);
        LicetClient before = alone();
        before.usage().add("exports", 1);
        before.close();
        LicetClient licet = client(builder().licenseKey(other.toString()));
        server.down();
        licet.usage().add("exports", 5);
        List<Path> written = licet.usage().writeReports(out());
        assertThat(written).hasSize(2);
        assertThat(read(written.get(0)).events()).hasSize(1);
        assertThat(read(written.get(0)).number()).isEqualTo(1);
        assertThatThrownBy(() -> read(written.get(1))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatCannotBeWrittenStays() throws Exception {
        LicetClient licet = alone();
        licet.usage().add("exports", 1);
        Files.writeString(out(), "a file");
        assertThatThrownBy(() -> licet.usage().writeReports(out())).isInstanceOf(UncheckedIOException.class);
        Files.delete(out());
        List<Path> written = licet.usage().writeReports(out());
        assertThat(read(written.get(0)).events()).hasSize(1);
        assertThat(read(written.get(0)).number()).as("no number was wasted").isEqualTo(1);
    }
}
