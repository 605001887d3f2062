package dev.licet.sdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of the server's no is kept. */
final class Refusal {

    private static final List<String> SHOWN = List.of("code", "detail", "upgrade");
    private static final List<String> LICENSE = List.of("id", "state", "plan", "expiresAt", "graceUntil");

    private Refusal() {}

    static Map<String, @Nullable Object> of(Answer answer) {
        Map<String, @Nullable Object> kept = some(answer, SHOWN);
        answer.object("license").ifPresent(license -> kept.put("license", some(license, LICENSE)));
        return kept;
    }

    private static Map<String, @Nullable Object> some(Answer answer, List<String> names) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        names.forEach(name -> {
            Object value = answer.json().get(name);
            if (value != null) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
