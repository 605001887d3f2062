package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as JSON, in the form of the decision vectors: whoever has an implementation of the rules can decide again. */
final class FactsDocument {
    private FactsDocument() {}

    static Map<String, @Nullable Object> of(Facts facts) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", facts.product());
        json.put("plan", facts.plan());
        json.put("policy", facts.policy().toMap());
        json.put("features", facts.features().toMap());
        Facts.Fallback fallback = facts.fallback();
        if (fallback != null) {
            json.put(
                    "fallback",
                    Map.of(
                            "plan",
                            fallback.plan(),
                            "features",
                            fallback.features().toMap()));
        }
        put(json, "startsAt", facts.term().startsAt());
        put(json, "startedAt", facts.term().startedAt());
        put(json, "expiresAt", facts.term().expiresAt());
        put(json, "suspendedAt", facts.suspendedAt());
        put(json, "revokedAt", facts.revokedAt());
        put(json, "checkedInAt", facts.checkedInAt());
        json.put("devices", devices(facts.devices()));
        json.put("users", users(facts.users()));
        return json;
    }

    private static Map<String, @Nullable Object> devices(Facts.Devices devices) {
        List<Map<String, @Nullable Object>> alike =
                devices.alike().stream().map(FactsDocument::device).toList();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("active", devices.active());
        json.put("alike", alike);
        return json;
    }

    private static Map<String, @Nullable Object> device(Facts.KnownDevice known) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", known.id());
        json.put("fingerprint", known.device().fingerprint());
        json.put("components", known.device().components());
        json.put("rank", known.rank());
        json.put("heartbeatAt", known.heartbeatAt());
        json.put("seenAt", known.seenAt());
        put(json, "user", known.user());
        put(json, "userRank", known.user() == null ? null : known.userRank());
        return json;
    }

    private static Map<String, @Nullable Object> users(Facts.Users users) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("assigned", users.assigned());
        put(json, "rank", users.rank());
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
