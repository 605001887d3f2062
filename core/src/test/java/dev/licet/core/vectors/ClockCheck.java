package dev.licet.core.vectors;

import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs spans and points in time. */
final class ClockCheck {
    private ClockCheck() {}

    static void span(Vector vector) {
        vector.only("span", "from");
        Expectation.compare(vector.expect(), FormatCheck.orInvalid(() -> {
            Span span = Span.parse(vector.text("span"));
            Instant from = vector.instant("from");
            return FormatCheck.map(
                    "later", span.addTo(from).toString(),
                    "earlier", span.subtractFrom(from).toString());
        }));
    }

    static void time(Vector vector) {
        vector.only("time");
        Expectation.compare(
                vector.expect(),
                FormatCheck.orInvalid(() -> new LinkedHashMap<>(
                        Map.of("utc", Instants.parse(vector.text("time")).toString()))));
    }
}
