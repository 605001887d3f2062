package dev.licet.sdk;

import dev.licet.core.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was used, as it is kept and sent.
 *
 * @param id counts once for ever
 * @param at when, by the server's clock as far as it is known
 */
record SpooledEvent(String id, UsageEvent event, Instant at) {

    /** As the HTTP contract writes it: quantities as decimal texts, which no parser rounds. */
    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("meter", event.meter());
        json.put("quantity", event.quantity().toPlainString());
        json.put("at", at.toString());
        if (!event.dimensions().isEmpty()) {
            json.put("dimensions", event.dimensions());
        }
        return json;
    }

    String line() {
        return Json.write(toMap()) + "\n";
    }

    /** @throws RuntimeException when it is no such line */
    static SpooledEvent read(Answer json) {
        UsageEvent event = UsageEvent.of(
                json.text("meter").orElseThrow(),
                new BigDecimal(json.text("quantity").orElseThrow()));
        Answer dimensions = json.object("dimensions").orElse(new Answer(Map.of()));
        for (String name : dimensions.json().keySet()) {
            event = event.dimension(name, dimensions.text(name).orElse(""));
        }
        return new SpooledEvent(
                json.text("id").orElseThrow(), event, json.instant("at").orElseThrow());
    }
}
