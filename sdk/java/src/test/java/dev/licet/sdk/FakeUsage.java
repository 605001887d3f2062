package dev.licet.sdk;

import dev.licet.sdk.FakeServer.Asked;
import dev.licet.sdk.FakeServer.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The meters of the {@link FakeServer}, each with the same hard limit. */
final class FakeUsage {

    /** What was counted, by id. */
    final Map<String, Answer> counted = new LinkedHashMap<>();

    private final Map<String, BigDecimal> totals = new TreeMap<>();
    final List<Integer> batches = new ArrayList<>();
    BigDecimal limit = BigDecimal.valueOf(1000);

    Reply reply(Asked asked) {
        List<Answer> events = new Answer(asked.body()).objects("events");
        batches.add(events.size());
        List<Map<String, Object>> refused = new ArrayList<>();
        int accepted = 0;
        int duplicates = 0;
        for (Answer event : events) {
            String id = event.text("id").orElseThrow();
            if (counted.containsKey(id)) {
                duplicates++;
            } else if (used(event.text("meter").orElseThrow())
                            .add(quantity(event))
                            .compareTo(limit)
                    > 0) {
                refused.add(Map.of("id", id, "code", "USAGE_EXCEEDED"));
            } else {
                counted.put(id, event);
                totals.merge(event.text("meter").orElseThrow(), quantity(event), BigDecimal::add);
                accepted++;
            }
        }
        return Reply.json(
                200,
                Map.of("accepted", accepted, "duplicates", duplicates, "refused", refused, "balances", balances()));
    }

    BigDecimal used(String meter) {
        return totals.getOrDefault(meter, BigDecimal.ZERO);
    }

    private Map<String, @Nullable Object> balances() {
        Map<String, @Nullable Object> balances = new TreeMap<>();
        balances.put("apiCalls", balance("apiCalls"));
        totals.keySet().forEach(meter -> balances.put(meter, balance(meter)));
        return balances;
    }

    private Map<String, @Nullable Object> balance(String meter) {
        return Map.of("used", used(meter).toPlainString(), "limit", limit, "resetsAt", "2026-12-01T00:00:00Z");
    }

    private static BigDecimal quantity(Answer event) {
        return new BigDecimal(String.valueOf(event.json().get("quantity")));
    }
}
