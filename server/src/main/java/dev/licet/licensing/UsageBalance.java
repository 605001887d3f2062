package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.json.Fields;
import dev.licet.core.meter.Balance;
import dev.licet.core.meter.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a metered feature stands, as it is answered.
 *
 * @param used units used in this period, as a decimal text
 * @param limit units there are, with what was topped up and carried over; null for no end
 * @param remaining units that would still be taken, overage and the pool's credits considered; null for no end
 * @param resetsAt when the count begins anew; null for never
 * @param carriedOver units of earlier periods that are part of the limit
 * @param credit units topped up that are part of the limit
 * @param state within, softLimit (as much as the soft limit is used), limit (as much as the limit), or over
 * @param pool the feature whose credits pay for this one
 */
@Schema(name = "UsageBalance")
public record UsageBalance(
        String used,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal softLimit,
        @Nullable String remaining,
        @Nullable Instant periodStart,
        @Nullable Instant resetsAt,
        String carriedOver,
        String credit,
        String aggregation,
        String state,
        @Nullable String pool) {

    public static UsageBalance of(Balance balance) {
        Period period = balance.period();
        return new UsageBalance(
                text(balance.used()),
                plain(balance.limit()),
                plain(balance.softLimit()),
                balance.remaining() == null ? null : text(balance.remaining()),
                period.equals(Period.FOREVER) ? null : period.start(),
                period.end(),
                text(balance.carriedOver()),
                text(balance.credit()),
                Fields.camelCase(balance.aggregation()),
                state(balance),
                balance.pool());
    }

    public static Map<String, UsageBalance> of(Map<String, Balance> balances) {
        Map<String, UsageBalance> views = new LinkedHashMap<>();
        balances.forEach((code, balance) -> views.put(code, of(balance)));
        return Collections.unmodifiableMap(views);
    }

    static Map<String, UsageBalance> of(Facts.Usage usage) {
        return of(usage.balances());
    }

    /** A decimal as text, without exponent and trailing zeros. */
    public static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(text(number));
    }

    private static String state(Balance balance) {
        if (balance.over()) {
            return "over";
        } else if (balance.reached()) {
            return "limit";
        }
        return balance.soft() ? "softLimit" : "within";
    }
}
