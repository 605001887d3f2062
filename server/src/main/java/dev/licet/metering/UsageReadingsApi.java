package dev.licet.metering;

import dev.licet.licensing.LicenseUse;
import dev.licet.licensing.UsageBalance;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/{license}/usage")
@Tag(name = "Usage", description = "What was used of a license, over time, and corrections of it")
class UsageReadingsApi {
    private final LicenseUse licenses;
    private final UsageReadings readings;
    private final Series series;
    private final UsageLogStore log;
    private final Adjustments adjustments;

    UsageReadingsApi(
            LicenseUse licenses, UsageReadings readings, Series series, UsageLogStore log, Adjustments adjustments) {
        this.licenses = licenses;
        this.readings = readings;
        this.series = series;
        this.log = log;
        this.adjustments = adjustments;
    }

    /** @param balances how the metered features stand now, by code */
    @Schema(name = "UsageReport")
    record Report(Map<String, UsageBalance> balances, Series.By by, List<Series.Point> series) {}

    @GetMapping
    @Allow("licenses:read")
    @Operation(
            summary = "Read the balances of a license, and its usage over time",
            description =
                    "by cuts the series: period (usual), hour or day of UTC. dimension tells it apart by the values of one"
                            + " dimension of a meter, as long as the single events are kept.")
    Report usage(
            @PathVariable String license,
            @RequestParam(defaultValue = "period") Series.By by,
            @RequestParam @Nullable String meter,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable String dimension) {
        LicenseUse.Used used = licenses.get(license);
        return new Report(
                UsageBalance.of(readings.balances(used)),
                by,
                series.of(used, new Series.Query(by, meter, from, to, dimension)));
    }

    @GetMapping("/events")
    @Allow("licenses:read")
    @Operation(summary = "List the single events that count, those recorded last first")
    Page<UsageLogStore.Event> events(
            @PathVariable String license,
            @RequestParam @Nullable String meter,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            Paging paging) {
        UUID id = licenses.get(license).id();
        return Page.of(
                log.events(id, meter, from, to, paging), paging, UsageLogStore.Row::id, UsageLogStore.Row::event);
    }

    @GetMapping("/adjustments")
    @Allow("licenses:read")
    @Operation(summary = "List what staff corrected and topped up, newest first")
    Page<UsageLogStore.Adjustment> adjustments(
            @PathVariable String license, @RequestParam @Nullable String meter, Paging paging) {
        UUID id = licenses.get(license).id();
        return Page.of(
                log.adjustments(id, meter, paging), paging, each -> each.id().uuid(), each -> each);
    }

    @PostMapping("/adjustments")
    @Allow("usage:write")
    @Operation(
            summary = "Correct what was used, or top up credits",
            description =
                    "Of a meter that others pay with, the quantity is added to its credits; of any other, to what was used."
                            + " kind says otherwise.")
    @ResponseStatus(HttpStatus.CREATED)
    Adjustments.Outcome adjust(Caller by, @PathVariable String license, @RequestBody AdjustmentRequest body) {
        BigDecimal quantity = body.checked();
        return adjustments.adjust(by, licenses.get(license).id(), body, quantity);
    }
}
