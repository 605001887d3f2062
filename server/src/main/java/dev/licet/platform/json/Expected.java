package dev.licet.platform.json;

import dev.licet.core.id.TypeId;
import dev.licet.core.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value of a type looks like in JSON, for people. */
public final class Expected {
    private Expected() {}

    public static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> EnumNames.camel(((Enum<?>) constant).name()))
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return scalar(type);
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number that is not too large";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        if (type == Instant.class) {
            return "a time like 2026-01-31T12:00:00Z, in the years 1970 to 9999";
        }
        if (type == Span.class) {
            return "an ISO 8601 span like P30D or PT10M";
        }
        return type == TypeId.class ? "an id" : "an object";
    }
}
