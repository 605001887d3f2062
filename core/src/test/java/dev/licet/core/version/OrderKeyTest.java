package dev.licet.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A database sorts versions as they sort themselves. */
class OrderKeyTest {
    private static final List<String> TEXTS = List.of(
            "0",
            "0.0.1",
            "1",
            "v1.0",
            "1.0.0",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0+build",
            "1.2",
            "1.10",
            "2.9.9",
            "2.10.0",
            "10",
            "9.9.9.9.9.9",
            "999999999999999999",
            "1.0.0-0",
            "1.0.0-00",
            "1.0.0-007",
            "1.0.0-7a",
            "1.0.0--",
            "1.0.0-a..b",
            "1.0.0-a.b");

    @Test
    void theTextsSortAsTheVersions() {
        TEXTS.forEach(a -> TEXTS.forEach(b -> same(a, b)));
    }

    @Test
    void anyTextsSortAsTheVersions() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            texts.add(text(random));
        }
        texts.forEach(a -> texts.forEach(b -> same(a, b)));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            text.append(i == 0 ? "" : ".").append(random.nextInt(random.nextBoolean() ? 12 : 2));
        }
        if (random.nextBoolean()) {
            text.append('-');
            for (int i = 0; i <= random.nextInt(3); i++) {
                text.append(i == 0 ? "" : ".")
                        .append(List.of("a", "A", "10", "9", "-", "a-", "0a").get(random.nextInt(7)));
            }
        }
        return text.toString();
    }

    private static void same(String first, String second) {
        Version a = Version.parse(first);
        Version b = Version.parse(second);
        assertThat(Integer.signum(a.orderKey().compareTo(b.orderKey())))
                .as("%s and %s: %s and %s", a, b, a.orderKey(), b.orderKey())
                .isEqualTo(Integer.signum(a.compareTo(b)));
    }
}
