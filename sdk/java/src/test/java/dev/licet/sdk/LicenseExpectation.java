package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a vector expects, compared with what a program sees. */
final class LicenseExpectation {

    private LicenseExpectation() {}

    /** Compares member by member of the expectation. */
    static void compare(Answer expected, License license, Instant at) {
        assertThat(license.code().name()).isEqualTo(expected.text("code").orElseThrow());
        assertThat(license.valid()).isEqualTo(license.code() == Code.VALID);
        has(expected, "state", license.state() == LicenseState.UNKNOWN ? null : lower(license.state()));
        has(expected, "plan", license.plan().orElse(null));
        has(expected, "expiresAt", license.expiresAt().map(Instant::toString).orElse(null));
        has(expected, "graceUntil", license.graceUntil().map(Instant::toString).orElse(null));
        has(
                expected,
                "features",
                license.valid() ? license.features() : expected.json().get("features"));
        has(expected, "upgrade", upgrade(license));
        if (license.valid()) {
            assertThat(warnings(license)).isEqualTo(plain(expected.json().getOrDefault("warnings", List.of())));
        } else {
            assertThat(license.features()).isEmpty();
        }
        license.expiresAt()
                .ifPresent(end -> assertThat(license.daysLeft().orElseThrow())
                        .isEqualTo(Math.max(0, Math.toIntExact(-Math.floorDiv(-seconds(at, end), 86400L)))));
    }

    private static long seconds(Instant at, Instant end) {
        Duration left = Duration.between(at, end);
        return left.getSeconds() + (left.getNano() > 0 ? 1 : 0);
    }

    private static void has(Answer expected, String name, @Nullable Object actual) {
        if (expected.json().containsKey(name)) {
            assertThat(plain(actual)).as(name).isEqualTo(plain(expected.json().get(name)));
        }
    }

    private static @Nullable Object upgrade(License license) {
        return license.upgrade().map(LicenseExpectation::way).orElse(null);
    }

    private static Map<String, @Nullable Object> way(Upgrade way) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", way.version().orElse(null));
        map.put("message", way.message().orElse(null));
        way.guide().ifPresent(page -> map.put("guide", page));
        way.offer().ifPresent(page -> map.put("offer", page));
        return map;
    }

    private static @Nullable Object warnings(License license) {
        return plain(license.warnings().stream()
                .map(warning -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("code", warning.code());
                    map.put("level", lower(warning.level()));
                    warning.daysLeft().ifPresent(days -> map.put("daysLeft", days));
                    warning.upgrade().ifPresent(way -> map.put("upgrade", way(way)));
                    return map;
                })
                .toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return Json.parse(Json.write(value));
    }
}
