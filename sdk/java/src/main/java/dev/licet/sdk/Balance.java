package dev.licet.sdk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a metered feature stood when the server last answered.
 *
 * @param used units used in this period
 * @param limit units there are; empty for no end
 * @param remaining units that would still be taken, which with overage can be more than the limit leaves; empty for no end
 * @param resetsAt when the count begins anew; empty for never
 */
public record Balance(
        BigDecimal used, Optional<BigDecimal> limit, Optional<BigDecimal> remaining, Optional<Instant> resetsAt) {

    /** Whether nothing more would be taken. */
    public boolean isUsedUp() {
        return remaining.isPresent() && remaining.get().signum() <= 0;
    }

    /** Those of an answer, by the code of the feature. */
    static Map<String, Balance> all(Answer answer) {
        Map<String, Balance> balances = new LinkedHashMap<>();
        answer.object("balances")
                .ifPresent(all -> all.json()
                        .keySet()
                        .forEach(meter -> all.object(meter).ifPresent(each -> balances.put(meter, of(each)))));
        return balances;
    }

    private static Balance of(Answer json) {
        BigDecimal used = json.decimal("used").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> limit = json.decimal("limit");
        Optional<BigDecimal> left = limit.map(most -> most.subtract(used).max(BigDecimal.ZERO));
        return new Balance(used, limit, json.decimal("remaining").or(() -> left), json.instant("resetsAt"));
    }
}
