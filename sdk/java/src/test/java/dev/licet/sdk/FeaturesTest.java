package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R2: features of all four types. */
class FeaturesTest extends LicetTest {

    private LicetClient client;

    @BeforeEach
    void activate() {
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("on", true);
        features.put("off", false);
        features.put("number", new java.math.BigDecimal("2.9"));
        features.put("zero", 0);
        features.put("huge", new java.math.BigDecimal("1e25"));
        features.put("text", "gold");
        features.put("empty", "");
        features.put("metered", Map.of("limit", 1000, "period", "P1M", "overage", "refuse"));
        features.put("endless", endless());
        license.features = features;
        client = activated();
    }

    @Test
    void saysWhatIsIncluded() {
        assertThat(client.license().features().keySet().stream().filter(client::feature))
                .containsExactly("on", "number", "huge", "text", "metered", "endless");
    }

    @Test
    void readsNumbers() {
        assertThat(client.limit("number")).hasValue(2);
        assertThat(client.limit("zero")).hasValue(0);
        assertThat(client.limit("huge")).hasValue(Long.MAX_VALUE);
        assertThat(client.limit("metered")).hasValue(1000);
        assertThat(client.limit("endless")).hasValue(Long.MAX_VALUE);
        assertThat(client.limit("on")).isEmpty();
        assertThat(client.limit("text")).isEmpty();
    }

    @Test
    void readsTexts() {
        assertThat(client.text("text")).contains("gold");
        assertThat(client.text("empty")).contains("");
        assertThat(client.text("number")).isEmpty();
    }

    private static Map<String, @Nullable Object> endless() {
        Map<String, @Nullable Object> metered = new LinkedHashMap<>();
        metered.put("limit", null);
        metered.put("period", "P1M");
        return metered;
    }
}
