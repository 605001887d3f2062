package dev.licet.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How far beyond a limit a licence may go before it is refused. */
public enum Overage {
    /** Not at all. */
    NONE("none", "1"),
    /** A quarter more. */
    QUARTER("1.25x", "1.25"),
    /** Half as many again. */
    HALF("1.5x", "1.5"),
    /** Twice the limit. */
    DOUBLE("2x", "2"),
    /** As far as it likes; going over is only noted. */
    UNLIMITED("unlimited", null);

    private final String text;
    private final @Nullable BigDecimal factor;

    Overage(String text, @Nullable String factor) {
        this.text = text;
        this.factor = factor == null ? null : new BigDecimal(factor);
    }

    /**
     * Reads it as the contract writes it.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Overage parse(String text) {
        for (Overage overage : values()) {
            if (overage.text.equals(text)) {
                return overage;
            }
        }
        throw new IllegalArgumentException("An overage is none, 1.25x, 1.5x, 2x or unlimited.");
    }

    /**
     * How many are permitted where the limit is so many; parts are dropped, so that 1.25x of 3 is 3.
     *
     * @return null for no end
     */
    public @Nullable Integer allowed(@Nullable Integer limit) {
        if (limit == null || factor == null) {
            return null;
        }
        BigDecimal allowed = factor.multiply(BigDecimal.valueOf(limit)).setScale(0, RoundingMode.DOWN);
        return allowed.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    @Override
    public String toString() {
        return text;
    }
}
