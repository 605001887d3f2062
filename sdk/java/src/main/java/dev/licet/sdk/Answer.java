package dev.licet.sdk;

import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object of the server's. What is absent, or of another type than expected, reads as empty: servers grow. */
record Answer(Map<String, @Nullable Object> json) {

    static Map<String, @Nullable Object> members(Map<?, ?> map) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    Optional<String> text(String name) {
        return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Boolean> flag(String name) {
        return json.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    Optional<Integer> integer(String name) {
        return json.get(name) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    /** A number, or a decimal text. */
    Optional<BigDecimal> decimal(String name) {
        Object value = json.get(name);
        try {
            return value instanceof BigDecimal number
                    ? Optional.of(number)
                    : text(name).filter(text -> text.length() <= 40).map(BigDecimal::new);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    Optional<Instant> instant(String name) {
        try {
            return text(name).map(Instants::parse);
        } catch (IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A point in time, or a span from now, as the time until then. */
    Optional<Duration> until(String name, Instant now) {
        Optional<Instant> then = instant(name);
        if (then.isPresent()) {
            return then.map(instant -> Duration.between(now, instant));
        }
        try {
            return text(name).map(Span::parse).map(span -> Duration.between(now, span.addTo(now)));
        } catch (IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    Optional<Answer> object(String name) {
        return json.get(name) instanceof Map<?, ?> map ? Optional.of(new Answer(members(map))) : Optional.empty();
    }

    List<Answer> objects(String name) {
        return json.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(each -> each instanceof Map<?, ?>)
                        .map(each -> new Answer(members((Map<?, ?>) each)))
                        .toList()
                : List.of();
    }
}
