package dev.licet.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs versions and ranges of them. */
final class VersionCheck {
    private VersionCheck() {}

    static void order(Vector vector) {
        vector.only("a", "b");
        Expectation.compare(vector.expect(), Map.of("order", order(vector.text("a"), vector.text("b"))));
    }

    static void range(Vector vector) {
        vector.only("range", "version");
        Version version = Version.parse(vector.text("version"));
        Expectation.compare(
                vector.expect(),
                FormatCheck.orInvalid(() -> new LinkedHashMap<>(Map.of(
                        "contains", VersionRange.parse(vector.text("range")).contains(version)))));
    }

    private static String order(String first, String second) {
        Version b = Version.parse(second);
        Version a;
        try {
            a = Version.parse(first);
        } catch (IllegalArgumentException e) {
            return "invalid";
        }
        int order = a.compareTo(b);
        assertThat(Integer.signum(b.compareTo(a))).isEqualTo(-Integer.signum(order));
        assertThat(a.equals(b)).isEqualTo(order == 0);
        return order == 0 ? "same" : order < 0 ? "before" : "after";
    }
}
