package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.json.Json;
import dev.licet.core.time.Instants;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A licence as an event recorded it: of {@link LicenseView} in JSON, what a decision rests on. */
record Snapshot(
        String plan,
        int planVersion,
        Overrides overrides,
        Facts.Term term,
        @Nullable Instant suspendedAt,
        @Nullable Instant revokedAt) {
    /** The member that tells a snapshot from what other events say. */
    static final String MEMBER = "planVersion";

    static Snapshot read(String json) {
        Map<String, @Nullable Object> view = Json.parseObject(json);
        Map<String, @Nullable Object> overrides = object(view, "overrides");
        return new Snapshot(
                String.valueOf(view.get("plan")),
                Integer.parseInt(String.valueOf(view.get(MEMBER))),
                new Overrides(object(overrides, "policy"), object(overrides, "features")),
                new Facts.Term(
                        time(view, "notBefore"),
                        time(view, "startedAt"),
                        time(view, "expiresAt"),
                        time(view, "maintenanceUntil")),
                time(object(view, "suspension"), "at"),
                time(object(view, "revocation"), "at"));
    }

    @SuppressWarnings("unchecked") // What Json reads has text for names.
    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> json, String name) {
        return json.get(name) instanceof Map<?, ?> object ? (Map<String, @Nullable Object>) object : Map.of();
    }

    private static @Nullable Instant time(Map<String, @Nullable Object> json, String name) {
        return json.get(name) instanceof String text ? Instants.parse(text) : null;
    }
}
