package dev.licet.core.vectors;

import dev.licet.core.decision.Counting;
import dev.licet.core.decision.Facts;
import dev.licet.core.json.Fields;
import dev.licet.core.meter.Aggregation;
import dev.licet.core.meter.Balance;
import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Meter;
import dev.licet.core.meter.Period;
import dev.licet.core.meter.Tally;
import dev.licet.core.meter.UsageEvent;
import dev.licet.core.meter.UsageOutcome;
import dev.licet.core.policy.FeatureValue;
import dev.licet.core.policy.Features;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs periods of meters, and events that are counted. */
final class UsageCheck {
    private static final Duration LATE = Duration.ofDays(35);

    private UsageCheck() {}

    static void period(Vector vector) {
        vector.only("grant", "since", "at");
        Map<String, @Nullable Object> granted = new LinkedHashMap<>();
        granted.put("meter", vector.object("grant"));
        FeatureValue value = Objects.requireNonNull(
                        Features.read(granted).grants().get("meter"))
                .value();
        Period period = Period.at((FeatureValue.Metered) value, vector.instant("since"), vector.instant("at"));
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        actual.put("start", period.start().toString());
        actual.put("end", period.end() == null ? null : period.end().toString());
        Expectation.compare(vector.expect(), actual);
    }

    static void usage(Vector vector) {
        vector.only("facts", "meters", "issuedAt", "recorded", "seen", "events", "at");
        Instant now = vector.instant("at");
        Facts facts = Counting.begun(Objects.requireNonNull(DecisionCheck.facts(vector)), now);
        Instant issuedAt = vector.json().containsKey("issuedAt") ? vector.instant("issuedAt") : Instant.EPOCH;
        Counting counting = new Counting(facts, kinds(vector), issuedAt, LATE, now);
        Fields fields = Fields.of(vector.json());
        Ledger ledger = new Ledger(tallies(fields), seen(fields));
        List<Object> outcomes = new ArrayList<>();
        for (Fields each : fields.objects("events")) {
            outcomes.add(text(counting.count(event(each, now), ledger)));
        }
        Map<String, @Nullable Object> expected = vector.expect();
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        actual.put("outcomes", outcomes);
        actual.put(
                "told",
                ledger.crossings().stream()
                        .map(crossing -> crossing.key().meter() + " " + Fields.camelCase(crossing.notice()))
                        .toList());
        actual.put("balances", balances(counting, ledger, expected.get("balances")));
        Expectation.compare(expected, actual);
    }

    private static Map<String, Meter.Kind> kinds(Vector vector) {
        Map<String, Meter.Kind> kinds = new HashMap<>();
        Map<String, @Nullable Object> meters = vector.object("meters");
        if (meters != null) {
            Fields fields = Fields.of(meters);
            for (String code : fields.names()) {
                Fields meter = Objects.requireNonNull(fields.object(code));
                Aggregation aggregation = meter.oneOf("aggregation", Aggregation.class);
                kinds.put(code, new Meter.Kind(Objects.requireNonNull(aggregation), meter.text("uniqueBy")));
            }
            fields.done();
        }
        return kinds;
    }

    private static Map<Ledger.Key, Tally> tallies(Fields json) {
        Map<Ledger.Key, Tally> tallies = new HashMap<>();
        for (Fields each : json.objects("recorded")) {
            tallies.put(
                    key(each),
                    new Tally(
                            number(each, "counted"),
                            number(each, "adjusted"),
                            number(each, "credit"),
                            number(each, "carried"),
                            number(each, "lent"),
                            Set.of()));
        }
        return tallies;
    }

    private static Set<Ledger.Seen> seen(Fields json) {
        Set<Ledger.Seen> seen = new HashSet<>();
        json.objects("seen").forEach(each -> seen.add(new Ledger.Seen(key(each), each.requiredText("value"))));
        return seen;
    }

    private static Ledger.Key key(Fields json) {
        Instant start = json.instant("start");
        return new Ledger.Key(
                json.requiredText("meter"), start == null ? Period.FOREVER : new Period(start, json.instant("end")));
    }

    private static UsageEvent event(Fields json, Instant now) {
        Map<String, String> dimensions = new HashMap<>();
        Fields given = json.object("dimensions");
        if (given != null) {
            given.names().forEach(name -> dimensions.put(name, given.requiredText(name)));
        }
        Instant at = json.instant("at");
        return new UsageEvent(
                "e", json.requiredText("meter"), number(json, "quantity"), at == null ? now : at, dimensions);
    }

    /** Written as texts, which may be negative. */
    private static BigDecimal number(Fields json, String name) {
        String text = json.text(name);
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static String text(UsageOutcome outcome) {
        if (outcome instanceof UsageOutcome.Accepted accepted) {
            return accepted.flag() == null ? "accepted" : accepted.flag().name();
        }
        return ((UsageOutcome.Refused) outcome).reason().name();
    }

    /** As much of them as is expected. */
    private static Map<String, @Nullable Object> balances(Counting counting, Ledger ledger, @Nullable Object expected) {
        Map<String, Balance> all = counting.balances(ledger);
        Map<String, @Nullable Object> balances = new LinkedHashMap<>();
        if (expected instanceof Map<?, ?> wanted) {
            wanted.forEach((code, members) -> {
                Map<String, @Nullable Object> balance =
                        balance(Objects.requireNonNull(all.get(String.valueOf(code)), String.valueOf(code)));
                balance.keySet().retainAll(((Map<?, ?>) members).keySet());
                balances.put(String.valueOf(code), balance);
            });
        }
        return balances;
    }

    private static Map<String, @Nullable Object> balance(Balance balance) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("used", plain(balance.used()));
        map.put("limit", plain(balance.limit()));
        map.put("remaining", plain(balance.remaining()));
        map.put("carriedOver", plain(balance.carriedOver()));
        map.put("usedUp", balance.usedUp());
        map.put(
                "resetsAt",
                balance.period().end() == null ? null : balance.period().end().toString());
        return map;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
