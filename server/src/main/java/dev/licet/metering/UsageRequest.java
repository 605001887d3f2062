package dev.licet.metering;

import dev.licet.core.meter.UsageEvent;
import dev.licet.platform.Checks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a program used.
 *
 * @param key here, or in the header {@code Authorization: License <key>}
 * @param events up to 1,000; none asks for the balances
 */
record UsageRequest(@Nullable String key, @Nullable List<Event> events) {
    static final int MOST = 1000;

    /**
     * One use.
     *
     * @param id counts once for ever
     * @param meter the code or id of a feature
     * @param quantity a number or a decimal text, not negative, below 10^15 and with at most 9 decimals; 1 when absent
     * @param at when; now when absent
     * @param dimensions what the use is told apart by, such as user or region
     */
    @Schema(name = "UsageEvent")
    record Event(
            @Nullable String id,
            @Nullable String meter,

            @Schema(
                    types = {"number", "string"},
                    nullable = true)
            @Nullable JsonNode quantity,

            @Nullable Instant at,
            @Nullable Map<String, @Nullable Object> dimensions) {}

    List<UsageEvent> events(Instant now) {
        List<Event> given = events == null ? List.of() : events;
        Checks checks = new Checks().that("/events", given.size() <= MOST, "must be at most 1000 events");
        checks.done();
        List<UsageEvent> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            read.add(event(given.get(i), "/events/" + i, checks, now));
        }
        checks.done();
        return read;
    }

    private static UsageEvent event(Event event, String at, Checks checks, Instant now) {
        String id = event.id() == null ? "" : event.id();
        String meter = event.meter() == null ? "" : event.meter();
        checks.text(at + "/id", event.id(), 1, 200).text(at + "/meter", event.meter(), 1, 100);
        BigDecimal quantity = Quantity.read(checks, at + "/quantity", event.quantity());
        Map<String, String> dimensions = Dimensions.read(checks, at + "/dimensions", event.dimensions());
        return new UsageEvent(id, meter, quantity, event.at() == null ? now : event.at(), dimensions);
    }
}
