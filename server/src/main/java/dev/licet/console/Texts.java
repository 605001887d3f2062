package dev.licet.console;

import dev.licet.core.policy.Policy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of documents as text for people. */
final class Texts {
    private Texts() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Boolean flag -> flag ? "✓" : "–";
            case List<?> list -> list.stream().map(Texts::of).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .filter(each -> !isEmpty(each.getValue()))
                        .map(each -> each.getKey() + ": " + of(each.getValue()))
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** What a feature grants. */
    static String grant(Screen s, @Nullable Object value) {
        return switch (value) {
            case Boolean flag -> s.t(flag ? "yes" : "no");
            case BigDecimal number -> s.number(number);
            case Map<?, ?> metered -> metered(s, metered);
            case null, default -> of(value);
        };
    }

    /** The fields that say something: no limits that there are not. */
    static Map<String, Object> policy(Policy policy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        policy.toMap().forEach((name, value) -> {
            if (!isEmpty(value)) {
                fields.put(name, Objects.requireNonNull(value));
            }
        });
        return fields;
    }

    private static String metered(Screen s, Map<?, ?> metered) {
        String limit = metered.get("limit") instanceof Number number
                ? s.number(new BigDecimal(number.toString()))
                : s.t("unlimited");
        Object period = metered.get("period");
        Object overage = metered.get("overage");
        return limit + (period == null ? "" : " / " + period) + (overage == null ? "" : ", " + overage);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.values().stream().allMatch(Texts::isEmpty));
    }
}
