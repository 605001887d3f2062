package dev.licet.metering;

import dev.licet.platform.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How much was used: a number or a decimal text. It is kept as it is and never rounded. */
final class Quantity {
    static final int DECIMALS = 9;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
    private static final String FORM = "[+-]?[0-9]{1,20}([.][0-9]{1,20})?";
    private static final String RULE = "must be a number or a decimal text, below 10^15 and with at most 9 decimals";

    private Quantity() {}

    /** Not negative; 1 when absent. */
    static BigDecimal read(Checks checks, String pointer, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return BigDecimal.ONE;
        }
        BigDecimal quantity = signed(checks, pointer, value);
        checks.that(pointer, quantity.signum() >= 0, "must not be negative: staff correct usage with an adjustment");
        return quantity;
    }

    /** One that was read already: not negative, and of the same size. */
    static void check(Checks checks, String pointer, BigDecimal quantity) {
        checks.that(pointer, fits(quantity), RULE)
                .that(pointer, quantity.signum() >= 0, "must not be negative: staff correct usage with an adjustment");
    }

    /** Of either sign. */
    static BigDecimal signed(Checks checks, String pointer, JsonNode value) {
        BigDecimal number = null;
        if (value.isNumber()) {
            number = value.decimalValue();
        } else if (value.isString() && value.stringValue().matches(FORM)) {
            number = new BigDecimal(value.stringValue());
        }
        boolean fits = number != null && fits(number);
        checks.that(pointer, fits, RULE);
        return number == null || !fits ? BigDecimal.ZERO : number;
    }

    private static boolean fits(BigDecimal number) {
        return number.abs().compareTo(MOST) < 0 && number.stripTrailingZeros().scale() <= DECIMALS;
    }
}
