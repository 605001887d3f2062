package dev.licet.core.vectors;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.Standing;
import dev.licet.core.decision.Warning;
import dev.licet.core.json.Fields;
import dev.licet.core.release.Upgrade;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs decisions. */
final class DecisionCheck {
    private DecisionCheck() {}

    static void decision(Vector vector) {
        vector.only("facts", "question", "at");
        compare(vector, Decisions.decide(facts(vector), question(vector), vector.instant("at")));
    }

    static void compare(Vector vector, Decision decision) {
        Map<String, @Nullable Object> expected = vector.expect();
        expected.putIfAbsent("started", null);
        expected.putIfAbsent("upgrade", null);
        if ("VALID".equals(expected.get("code"))) {
            expected.computeIfAbsent("warnings", none -> List.of());
        }
        Expectation.compare(expected, actual(decision));
    }

    static @Nullable Facts facts(Vector vector) {
        Map<String, @Nullable Object> facts = vector.object("facts");
        return facts == null ? null : Facts.read(facts);
    }

    static Question question(Vector vector) {
        return Question.read(Objects.requireNonNull(vector.object("question")));
    }

    private static Map<String, @Nullable Object> actual(Decision decision) {
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        actual.put("code", decision.code().name());
        standing(actual, decision.standing());
        actual.put("started", null);
        actual.put("upgrade", null);
        if (decision instanceof Decision.Permitted permitted) {
            actual.put(
                    "warnings",
                    permitted.warnings().stream().map(DecisionCheck::warning).toList());
            actual.put("started", term(permitted.started()));
            actual.put(
                    "device",
                    permitted.device() == null ? null : permitted.device().id());
        } else if (decision instanceof Decision.Refused refused) {
            actual.put("upgrade", upgrade(refused.upgrade()));
        }
        return actual;
    }

    static void standing(Map<String, @Nullable Object> actual, @Nullable Standing standing) {
        actual.put("state", standing == null ? null : Fields.camelCase(standing.state()));
        if (standing != null) {
            actual.put("plan", standing.plan());
            actual.put("expiresAt", text(standing.expiresAt()));
            actual.put("graceUntil", text(standing.graceUntil()));
            actual.put("features", standing.features().values());
        }
    }

    static @Nullable Object term(Facts.@Nullable Term started) {
        if (started == null) {
            return null;
        }
        Map<String, @Nullable Object> term = new LinkedHashMap<>();
        term.put("startedAt", text(started.startedAt()));
        term.put("expiresAt", text(started.expiresAt()));
        return term;
    }

    static @Nullable Object upgrade(@Nullable Upgrade upgrade) {
        if (upgrade == null) {
            return null;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", upgrade.version() == null ? null : upgrade.version().toString());
        map.put("message", upgrade.message());
        if (upgrade.guide() != null) {
            map.put("guide", upgrade.guide());
        }
        if (upgrade.offer() != null) {
            map.put("offer", upgrade.offer());
        }
        return map;
    }

    private static Map<String, @Nullable Object> warning(Warning warning) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", warning.code().name());
        map.put("level", Fields.camelCase(warning.level()));
        if (warning.daysLeft() != null) {
            map.put("daysLeft", warning.daysLeft());
        }
        if (warning.upgrade() != null) {
            map.put("upgrade", upgrade(warning.upgrade()));
        }
        return map;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
