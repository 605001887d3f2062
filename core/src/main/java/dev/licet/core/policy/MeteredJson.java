package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import dev.licet.core.time.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes what a plan or licence says about a meter. What has its default is not written, but for the contract's first three. */
final class MeteredJson {
    private static final Span LEAST = Span.of(Duration.ofMinutes(1));
    private static final int DECIMALS = 9;
    private static final int MOST_PERIODS = 12;

    private MeteredJson() {}

    static FeatureValue.Metered read(Fields json) {
        FeatureValue.Beyond overage = json.oneOf("overage", FeatureValue.Beyond.class);
        FeatureValue.Anchor anchor = json.oneOf("anchor", FeatureValue.Anchor.class);
        BigDecimal cost = json.amount("cost");
        FeatureValue.Metered grant = new FeatureValue.Metered(
                json.amount("limit"),
                json.span("period"),
                Objects.requireNonNullElse(overage, FeatureValue.Beyond.REFUSE),
                json.amount("softLimit"),
                json.amount("overageLimit"),
                Objects.requireNonNullElse(anchor, FeatureValue.Anchor.LICENSE),
                rollover(json.object("rollover")),
                json.text("pool"),
                cost == null ? BigDecimal.ONE : cost);
        check(json, grant);
        json.noOthers();
        return grant;
    }

    static Map<String, @Nullable Object> write(FeatureValue.Metered grant) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("limit", grant.limit());
        map.put("period", grant.period() == null ? null : grant.period().toString());
        map.put("overage", Fields.camelCase(grant.overage()));
        put(map, "softLimit", grant.softLimit());
        put(map, "overageLimit", grant.overageLimit());
        put(map, "anchor", grant.anchor() == FeatureValue.Anchor.LICENSE ? null : Fields.camelCase(grant.anchor()));
        FeatureValue.Rollover rollover = grant.rollover();
        if (rollover != null) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>();
            inner.put("limit", rollover.limit());
            inner.put("periods", rollover.periods());
            map.put("rollover", inner);
        }
        put(map, "pool", grant.pool());
        put(map, "cost", grant.cost().compareTo(BigDecimal.ONE) == 0 ? null : grant.cost());
        return map;
    }

    private static void check(Fields json, FeatureValue.Metered grant) {
        Span period = grant.period();
        if (period != null && period.compareTo(LEAST) < 0) {
            json.fail(
                    "period",
                    "Give a span of at least a minute, such as P1M; null for a count that never begins anew.");
        }
        if (grant.softLimit() != null
                && grant.limit() != null
                && grant.softLimit().compareTo(grant.limit()) > 0) {
            json.fail("softLimit", "Give at most the limit.");
        }
        if (grant.overageLimit() != null
                && (grant.overage() == FeatureValue.Beyond.REFUSE
                        || grant.limit() == null
                        || grant.overageLimit().compareTo(grant.limit()) < 0)) {
            json.fail("overageLimit", "Give at least the limit, together with a limit and the overage allow.");
        }
        if (grant.rollover() != null && (period == null || grant.limit() == null)) {
            json.fail("rollover", "Give it together with a limit and a period.");
        }
        if (grant.pool() == null && json.has("cost")) {
            json.fail("cost", "Give it together with the pool that pays.");
        }
        if (grant.cost().signum() == 0 || grant.cost().stripTrailingZeros().scale() > DECIMALS) {
            json.fail("cost", "Give a number above 0 with at most 9 decimals.");
        }
    }

    private static FeatureValue.@Nullable Rollover rollover(@Nullable Fields json) {
        if (json == null) {
            return null;
        }
        Integer periods = json.integer("periods", 1, MOST_PERIODS);
        BigDecimal limit = json.amount("limit");
        json.noOthers();
        return new FeatureValue.Rollover(limit, periods == null ? 1 : periods);
    }

    private static void put(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
