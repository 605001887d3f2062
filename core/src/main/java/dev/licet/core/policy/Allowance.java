package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import dev.licet.core.time.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * So many times in each period.
 *
 * @param limit 0 or more
 * @param period the length of a rolling window; null for the whole life of the licence
 */
public record Allowance(int limit, @Nullable Span period) {
    static @Nullable Allowance read(@Nullable Fields json) {
        if (json == null) {
            return null;
        }
        Integer limit = json.integer("limit", 0, 1_000_000);
        Span period = json.span("period");
        json.noOthers();
        if (limit == null) {
            json.fail("limit", "Give a whole number from 0 to 1000000.");
            return null;
        }
        return new Allowance(limit, period);
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("limit", limit);
        map.put("period", period == null ? null : period.toString());
        return map;
    }
}
