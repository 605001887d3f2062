package dev.licet.metering;

import dev.licet.platform.Checks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A correction, or credits topped up.
 *
 * @param meter the code or id of a feature of the licence
 * @param quantity a number or a decimal text of either sign, not 0
 * @param reason stands in the history
 * @param kind usage adds the quantity to what was used, credit to what there is to use; absent, it is credit for a meter that others
 *     pay with, and usage for any other
 * @param at whose period it belongs to; now when absent
 */
record AdjustmentRequest(
        @Nullable String meter,

        @Schema(types = {"number", "string"}) @Nullable JsonNode quantity,

        @Nullable String reason,
        @Nullable String kind,
        @Nullable Instant at) {

    BigDecimal checked() {
        Checks checks = new Checks()
                .text("/meter", meter, 1, 100)
                .text("/reason", reason, 1, 500)
                .oneOf("/kind", kind == null ? "usage" : kind, List.of("usage", "credit"));
        BigDecimal read = BigDecimal.ZERO;
        if (quantity == null || quantity.isNull()) {
            checks.required("/quantity", null);
        } else {
            read = Quantity.signed(checks, "/quantity", quantity);
            checks.that("/quantity", read.signum() != 0, "must not be 0");
        }
        checks.done();
        return read;
    }
}
