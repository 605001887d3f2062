package dev.licet.metering;

import dev.licet.core.meter.UsageEvent;
import dev.licet.core.time.Instants;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Usage as CloudEvents 1.0 in JSON. {@code id} with {@code source} identifies the event, {@code subject} names the meter, or {@code type}
 * does when there is no subject, {@code time} is when, and {@code data} is {@code {"quantity": …, "dimensions": {…}}}.
 */
final class CloudEvents {
    private static final Set<String> DATA = Set.of("quantity", "dimensions");

    private CloudEvents() {}

    /** Reads one event, or a batch of up to 1,000. */
    static List<UsageEvent> read(JsonNode document, Instant now) {
        boolean batch = document.isArray();
        if (!batch && !document.isObject()) {
            throw Problem.invalid("", "must be a CloudEvent, or a list of them");
        }
        if (document.size() > UsageRequest.MOST && batch) {
            throw Problem.invalid("", "must be at most 1000 events");
        }
        Checks checks = new Checks();
        List<UsageEvent> events = new ArrayList<>();
        if (batch) {
            for (int i = 0; i < document.size(); i++) {
                events.add(event(document.get(i), "/" + i, checks, now));
            }
        } else {
            events.add(event(document, "", checks, now));
        }
        checks.done();
        return events;
    }

    private static UsageEvent event(JsonNode event, String at, Checks checks, Instant now) {
        checks.that(at + "/specversion", "1.0".equals(text(event, "specversion")), "must be 1.0");
        String id = text(event, "id");
        String source = text(event, "source");
        String type = text(event, "type");
        String subject = text(event, "subject");
        String meter = subject == null ? type : subject;
        checks.text(at + "/id", id, 1, 200)
                .text(at + "/source", source, 1, 500)
                .text(at + "/type", type, 1, 100)
                .text(at + "/subject", subject, 0, 100);
        JsonNode data = event.get("data");
        boolean readable = data == null || data.isNull() || data.isObject();
        checks.that(at + "/data", readable, "must be an object with quantity and dimensions");
        boolean object = data != null && data.isObject();
        if (object) {
            data.propertyNames()
                    .forEach(name -> checks.that(
                            at + "/data/" + Checks.escape(name),
                            DATA.contains(name),
                            "is not a known field; known are dimensions, quantity"));
        }
        BigDecimal quantity = Quantity.read(checks, at + "/data/quantity", object ? data.get("quantity") : null);
        Map<String, @Nullable Object> dimensions =
                object ? dimensions(data.get("dimensions"), at + "/data/dimensions", checks) : Map.of();
        return new UsageEvent(
                id == null ? "" : id,
                source == null ? "" : source,
                meter == null ? "" : meter,
                quantity,
                time(event, at, checks, now),
                Dimensions.read(checks, at + "/data/dimensions", dimensions));
    }

    private static Instant time(JsonNode event, String at, Checks checks, Instant now) {
        JsonNode time = event.get("time");
        if (time == null || time.isNull()) {
            return now;
        }
        try {
            return Instants.parse(time.isString() ? time.stringValue() : "");
        } catch (DateTimeException | IllegalArgumentException e) {
            checks.that(at + "/time", false, "must be a time like 2027-01-31T12:00:00Z in the years 1970 to 9999");
            return now;
        }
    }

    private static Map<String, @Nullable Object> dimensions(@Nullable JsonNode given, String at, Checks checks) {
        Map<String, @Nullable Object> dimensions = new LinkedHashMap<>();
        if (given == null || given.isNull()) {
            return dimensions;
        }
        checks.that(at, given.isObject(), "must be an object of texts");
        given.properties().forEach(each -> dimensions.put(each.getKey(), plain(each.getValue())));
        return dimensions;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        } else if (value.isNumber()) {
            return value.decimalValue();
        }
        return value.isBoolean() ? value.booleanValue() : null;
    }

    private static @Nullable String text(JsonNode event, String name) {
        JsonNode value = event.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
