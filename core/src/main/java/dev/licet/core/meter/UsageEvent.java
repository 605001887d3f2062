package dev.licet.core.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Something that was used.
 *
 * @param id with the source, counts once for ever
 * @param source who gave the id, as a URI reference; empty for the licensed program itself
 * @param meter the code of a feature
 * @param quantity not negative, with at most 9 decimals
 * @param at when
 * @param dimensions what the use is told apart by, such as user or region
 */
public record UsageEvent(
        String id, String source, String meter, BigDecimal quantity, Instant at, Map<String, String> dimensions) {
    public UsageEvent {
        dimensions = Map.copyOf(dimensions);
    }

    /** An event of the licensed program. */
    public UsageEvent(String id, String meter, BigDecimal quantity, Instant at, Map<String, String> dimensions) {
        this(id, "", meter, quantity, at, dimensions);
    }
}
