package dev.licet.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is expected with what came out, member by member of the expectation. */
final class Expectation {
    private Expectation() {}

    static void compare(
            Map<String, ? extends @Nullable Object> expected, Map<String, ? extends @Nullable Object> actual) {
        assertThat(actual.keySet())
                .as("a member of the expectation is not understood")
                .containsAll(expected.keySet());
        Map<String, @Nullable Object> common = new LinkedHashMap<>();
        expected.keySet().forEach(name -> common.put(name, actual.get(name)));
        assertThat(plain(common)).isEqualTo(plain(expected));
    }

    private static @Nullable Object plain(Map<String, ? extends @Nullable Object> map) {
        return Json.parse(Json.write(map));
    }
}
