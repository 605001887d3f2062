package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.file.UsageReport;
import dev.licet.core.key.LicenseKey;
import dev.licet.sdk.internal.LockedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns usage that waits into reports that are carried. */
final class Reports {

    private static final int MOST = 1000;

    /** Well below what a report may have, which is written in base64 twice. */
    private static final int BYTES = 400 << 10;

    private final Session session;
    private final Sending sending;
    private final Series series;

    Reports(Session session, Sending sending) {
        this.session = session;
        this.sending = sending;
        this.series = new Series(session.settings());
    }

    /** A report is on the disk before its number counts and its events are settled: a crash in between writes it again. */
    List<Path> write(Path folder) {
        List<Path> written = new ArrayList<>();
        sending.each(file -> {
            try (file) {
                for (List<SpooledEvent> batch = batch(file); !batch.isEmpty(); batch = batch(file)) {
                    try {
                        written.add(write(folder, file.key(), batch));
                    } catch (IOException e) {
                        throw new UncheckedIOException("The report can't be written: " + e.getMessage(), e);
                    }
                    file.settle(batch.size());
                }
            }
        });
        return List.copyOf(written);
    }

    private Path write(Path folder, String key, List<SpooledEvent> batch) throws IOException {
        LicenseKey licence = LicenseKey.parse(key);
        return series.next(licence, at -> {
            UsageReport report = new UsageReport(
                    at.id(),
                    at.number(),
                    session.settings().fingerprint().value(),
                    batch.stream().map(Reports::event).toList(),
                    Instant.ofEpochSecond(session.now().getEpochSecond()));
            Path path = folder.resolve("%s-%05d.usage".formatted(at.id().substring(0, 8), at.number()));
            Files.createDirectories(folder);
            new LockedFile(path).write(report.write(licence).getBytes(UTF_8));
            return path;
        });
    }

    private static List<SpooledEvent> batch(SpoolFile file) {
        List<SpooledEvent> next = file.next(MOST);
        int bytes = 0;
        for (int i = 0; i < next.size(); i++) {
            bytes += next.get(i).line().getBytes(UTF_8).length;
            if (i > 0 && bytes > BYTES) {
                return next.subList(0, i);
            }
        }
        return next;
    }

    private static dev.licet.core.meter.UsageEvent event(SpooledEvent each) {
        UsageEvent event = each.event();
        return new dev.licet.core.meter.UsageEvent(
                each.id(), event.meter(), event.quantity(), each.at(), event.dimensions());
    }
}
