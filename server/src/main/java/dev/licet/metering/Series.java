package dev.licet.metering;

import dev.licet.core.decision.Counting;
import dev.licet.core.meter.Meter;
import dev.licet.licensing.LicenseUse;
import dev.licet.licensing.UsageBalance;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Usage over time, by hour, day or period. */
@Component
class Series {
    private static final int MOST = 10_000;
    private static final Duration BACK = Duration.ofDays(92);

    private final SeriesStore store;
    private final BalanceStore balances;
    private final UsageReadings readings;
    private final InstantSource time;

    Series(SeriesStore store, BalanceStore balances, UsageReadings readings, InstantSource time) {
        this.store = store;
        this.balances = balances;
        this.readings = readings;
        this.time = time;
    }

    /** By what a series is cut. Hours and days are those of UTC. */
    enum By {
        HOUR,
        DAY,
        PERIOD
    }

    /**
     * Which series is asked for.
     *
     * @param from included; 92 days ago when absent
     * @param to excluded; now and the rest of the hour when absent
     */
    record Query(
            By by,
            @Nullable String meter,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String dimension) {}

    /**
     * What was used in a stretch of time.
     *
     * @param end excluded; null when it has none
     * @param value of the dimension that was asked for; null when an event had none
     * @param used by the rule of the meter; corrections are part of it for periods
     * @param events how many made it
     * @param adjusted what staff corrected, for periods
     * @param credit what was topped up, for periods
     */
    @Schema(name = "UsagePoint")
    record Point(
            String meter,
            Instant start,
            @Nullable Instant end,
            @Nullable String value,
            String used,
            @Nullable Long events,
            @Nullable String adjusted,
            @Nullable String credit) {}

    List<Point> of(LicenseUse.Used license, Query query) {
        Instant now = time.instant();
        Instant until = query.to() == null ? now.plus(Counting.SKEW).plus(1, ChronoUnit.HOURS) : query.to();
        Instant since = query.from() == null ? until.minus(BACK) : query.from();
        if (!since.isBefore(until)) {
            throw Problem.invalid("from", "must lie before to");
        }
        if (query.dimension() != null && query.meter() == null) {
            throw Problem.invalid("meter", "is required together with dimension");
        }
        List<Point> points = points(license, query, since, until, now);
        if (points.size() > MOST) {
            throw Problem.invalid("from", "asks for more than " + MOST + " points: name a meter, or less time");
        }
        return points;
    }

    private List<Point> points(LicenseUse.Used license, Query query, Instant since, Instant until, Instant now) {
        Map<String, Meter.Kind> kinds = readings.counting(license, now).kinds();
        if (query.dimension() != null && query.meter() != null) {
            String uniqueBy = kinds.getOrDefault(query.meter(), Meter.Kind.SUM).uniqueBy();
            String unit = query.by().name().toLowerCase(java.util.Locale.ROOT);
            return store
                    .events(license.id(), query.meter(), unit, query.dimension(), uniqueBy, since, until, MOST + 1)
                    .stream()
                    .map(row -> point(row, query.by(), kinds))
                    .toList();
        }
        return switch (query.by()) {
            case PERIOD ->
                balances.list(license.id(), query.meter(), since, until).stream()
                        .map(Series::point)
                        .toList();
            case HOUR, DAY ->
                store
                        .hours(
                                license.id(),
                                query.meter(),
                                query.by() == By.HOUR ? "hour" : "day",
                                since,
                                until,
                                MOST + 1)
                        .stream()
                        .map(row -> point(row, query.by(), kinds))
                        .toList();
        };
    }

    private static Point point(SeriesStore.Row row, By by, Map<String, Meter.Kind> kinds) {
        Instant end = switch (by) {
            case HOUR -> row.start().plus(1, ChronoUnit.HOURS);
            case DAY -> row.start().plus(1, ChronoUnit.DAYS);
            case PERIOD -> row.end();
        };
        BigDecimal used = row.used(kinds.getOrDefault(row.meter(), Meter.Kind.SUM));
        return new Point(row.meter(), row.start(), end, row.value(), UsageBalance.text(used), row.events(), null, null);
    }

    private static Point point(BalanceStore.Row row) {
        return new Point(
                row.key().meter(),
                row.key().period().start(),
                row.key().period().end(),
                null,
                UsageBalance.text(row.tally().used()),
                null,
                UsageBalance.text(row.tally().adjusted()),
                UsageBalance.text(row.tally().credit()));
    }
}
