package dev.licet.hostile;

import dev.licet.core.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that a program might choke on, and documents with one of them in it. */
final class Values {
    /** Stands for half of a surrogate pair, which no Java encoder would send. */
    private static final String LONE = "@lone@";

    /** Texts that are unusual but can be stored. */
    static final List<String> TEXTS = List.of(
            "'; drop table events; --",
            "\" or 1=1) --",
            "<script>alert(1)</script><img src=x onerror=alert(1)>",
            "${jndi:ldap://127.0.0.1/x} %s %n {0} {{7*7}}",
            "../../../../etc/passwd",
            "Zoë 😀 \u202Eright to left\u200B",
            "tab\tand\nnew line and \u0001\u001b[31m",
            "\\\\ / \\u0000 %00 \\");

    private static final List<@Nullable Object> VALUES = values();

    private Values() {}

    private static List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(TEXTS.subList(0, 4));
        values.addAll(List.of("", " ", "a\u0000b", LONE, "x".repeat(300), "😀".repeat(5_000)));
        values.addAll(List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2026-02-30T00:00:00Z"));
        values.addAll(List.of("PT0S", "P1000Y", "-P1D", "lic_00000000000000000000000000"));
        values.addAll(
                List.of(true, 0, -1, 2_147_483_648L, Long.MAX_VALUE, new BigDecimal("1e99"), new BigDecimal("0.1")));
        values.addAll(List.of(List.of(), List.of("a", "a"), Map.of(), Map.of("\u0000", 1), Map.of("a", List.of(1))));
        values.add(Collections.singletonList(null));
        values.add(null);
        return values;
    }

    /** A document as JSON. */
    static String json(@Nullable Object document) {
        return Json.write(document).replace(LONE, "\\ud800");
    }

    /** The document with each of its values, and each member of the objects in it, replaced by each hostile value. */
    static List<@Nullable Object> variants(@Nullable Object document) {
        List<@Nullable Object> variants = new ArrayList<>(VALUES);
        if (document instanceof Map<?, ?> object) {
            object.forEach(
                    (name, member) -> variants(member).forEach(value -> variants.add(with(object, name, value))));
            variants.add(with(object, "unknown", 1));
            variants.add(with(object, "\u0000", 1));
        } else if (document instanceof List<?> list && !list.isEmpty()) {
            variants(list.getFirst()).forEach(value -> variants.add(Collections.singletonList(value)));
        }
        return variants;
    }

    private static Map<Object, @Nullable Object> with(Map<?, ?> object, Object name, @Nullable Object value) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(object);
        copy.put(name, value);
        return copy;
    }
}
