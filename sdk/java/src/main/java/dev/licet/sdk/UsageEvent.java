package dev.licet.sdk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that was used of a metered feature. A value: each method answers another one. */
public final class UsageEvent {

    private static final int DECIMALS = 9;
    private static final BigDecimal BOUND = BigDecimal.TEN.pow(15);
    private static final int MOST_DIMENSIONS = 20;

    private final String meter;
    private final BigDecimal quantity;
    private final @Nullable Instant at;
    private final Map<String, String> dimensions;

    private UsageEvent(String meter, BigDecimal quantity, @Nullable Instant at, Map<String, String> dimensions) {
        this.meter = meter;
        this.quantity = quantity;
        this.at = at;
        this.dimensions = dimensions;
    }

    /**
     * So many units of a metered feature.
     *
     * @param meter the feature's code, 1 to 100 characters
     * @param quantity 0 or more
     * @throws IllegalArgumentException for any other
     */
    public static UsageEvent of(String meter, long quantity) {
        return of(meter, BigDecimal.valueOf(quantity));
    }

    /**
     * The same in parts of units.
     *
     * @param quantity 0 or more, below 10^15, with at most 9 decimals
     */
    public static UsageEvent of(String meter, BigDecimal quantity) {
        require(!meter.isBlank() && meter.length() <= 100, "The code of a meter has 1 to 100 characters");
        require(quantity.signum() >= 0, "What was used is not negative");
        require(
                quantity.compareTo(BOUND) < 0 && quantity.stripTrailingZeros().scale() <= DECIMALS,
                "What was used is below 10^15 and has at most 9 decimals");
        return new UsageEvent(meter, quantity, null, Map.of());
    }

    /** When it was used, by the machine's clock; when it is added if not given. */
    public UsageEvent at(Instant instant) {
        return new UsageEvent(meter, quantity, instant, dimensions);
    }

    /**
     * By what it is told apart, such as a user or a region. Up to 20 may be given.
     *
     * @param name 1 to 64 characters
     * @param value at most 200 characters
     * @throws IllegalArgumentException for any other
     */
    public UsageEvent dimension(String name, String value) {
        require(!name.isBlank() && name.length() <= 64, "The name of a dimension has 1 to 64 characters");
        require(value.length() <= 200, "A dimension has at most 200 characters");
        Map<String, String> all = new LinkedHashMap<>(dimensions);
        all.put(name, value);
        require(all.size() <= MOST_DIMENSIONS, "There are at most 20 dimensions");
        return new UsageEvent(meter, quantity, at, all);
    }

    public String meter() {
        return meter;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    /** When it was used; empty when it is when it was added. */
    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    public Map<String, String> dimensions() {
        return Map.copyOf(dimensions);
    }

    @Override
    public String toString() {
        return quantity.toPlainString() + " " + meter + (dimensions.isEmpty() ? "" : " " + dimensions);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
