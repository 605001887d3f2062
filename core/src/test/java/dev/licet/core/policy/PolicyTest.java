package dev.licet.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.json.InvalidFields;
import dev.licet.core.json.Json;
import dev.licet.core.time.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTest {
    /** The example of the HTTP contract, with one value chosen where it lists several. */
    private static final String CONTRACT = """
            {"term":"P1Y","starts":"firstActivation","trial":false,"grace":"P14D","warnBefore":["P30D","P7D","P1D"],
             "onExpiry":"fallback","fallbackPlan":"free","renewFrom":"nowIfExpired",
             "devices":3,"users":5,"devicesPerUser":null,"concurrent":10,"processes":null,"cores":null,"overage":"1.25x",
             "deviceMatch":"two","deviceUnique":"product","leaseTtl":"PT10M","maxBorrow":"P7D","linger":"PT0S",
             "heartbeat":"PT10M","onMissedHeartbeat":"keep","checkIn":"P30D","offlineTtl":"P7D","airGapTtl":null,
             "unbindsPerPeriod":{"limit":3,"period":"P30D"},"regions":{"allow":["DE","FR"],"deny":[]},
             "versions":{"min":"2.0.0","max":null,"blocked":["2.3.0 - 2.3.4"],"upgradeTo":"2.3.5","message":"…"},
             "maintenance":"P1Y"}
            """;

    @Test
    void theContractsExampleIsReadAndWrittenAsItIs() {
        Map<String, @Nullable Object> json = Json.parseObject(CONTRACT);
        Policy policy = Policy.read(json);
        assertThat(Json.write(policy.toMap())).isEqualTo(Json.write(json));
        assertThat(Policy.read(policy.toMap())).isEqualTo(policy);
    }

    @Test
    void theDefaultsAreWrittenOutAndReadTheSame() {
        Policy defaults = Policy.defaults();
        assertThat(Policy.read(defaults.toMap())).isEqualTo(defaults);
        assertThat(Policy.read(Json.parseObject(Json.write(defaults.toMap())))).isEqualTo(defaults);
    }

    @Test
    void theDefaultsAreThoseThatAreStated() {
        assertThat(Policy.defaults().toMap())
                .containsEntry("term", null)
                .containsEntry("starts", "issue")
                .containsEntry("trial", false)
                .containsEntry("grace", "PT0S")
                .containsEntry("warnBefore", List.of("P7D", "P1D"))
                .containsEntry("onExpiry", "refuse")
                .containsEntry("renewFrom", "expiry")
                .containsEntry("devices", null)
                .containsEntry("users", null)
                .containsEntry("overage", "none")
                .containsEntry("deviceMatch", "most")
                .containsEntry("deviceUnique", "license")
                .containsEntry("leaseTtl", "PT10M")
                .containsEntry("maxBorrow", "P7D")
                .containsEntry("heartbeat", null)
                .containsEntry("onMissedHeartbeat", "release")
                .containsEntry("checkIn", null)
                .containsEntry("offlineTtl", "P7D")
                .containsEntry("maintenance", null);
    }

    @Test
    void nullIsTheDefault() {
        Policy policy =
                Policy.read(Json.parseObject("{\"grace\":null,\"warnBefore\":null,\"overage\":null,\"regions\":null}"));
        assertThat(policy).isEqualTo(Policy.defaults());
    }

    @Test
    void warningsAreKeptLongestFirst() {
        assertThat(Policy.read(Map.of("warnBefore", List.of("P1D", "P1M", "P7D")))
                        .warnBefore())
                .extracting(Span::toString)
                .containsExactly("P1M", "P7D", "P1D");
    }

    @Test
    void aFallbackNeedsItsPlan() {
        assertThatThrownBy(() -> Policy.read(Map.of("onExpiry", "fallback")))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("/fallbackPlan");
    }

    @Test
    void aTermOfNothingIsNone() {
        assertThatThrownBy(() -> Policy.read(Map.of("term", "P0D"))).isInstanceOf(InvalidFields.class);
    }

    @Test
    void anOverageIsWorkedOutExactlyAndRoundedDown() {
        assertThat(Overage.NONE.allowed(7)).isEqualTo(7);
        assertThat(Overage.QUARTER.allowed(7)).isEqualTo(8);
        assertThat(Overage.QUARTER.allowed(8)).isEqualTo(10);
        assertThat(Overage.HALF.allowed(1)).isEqualTo(1);
        assertThat(Overage.HALF.allowed(5)).isEqualTo(7);
        assertThat(Overage.DOUBLE.allowed(5)).isEqualTo(10);
        assertThat(Overage.DOUBLE.allowed(0)).isZero();
        assertThat(Overage.UNLIMITED.allowed(5)).isNull();
        assertThat(Overage.DOUBLE.allowed(null)).isNull();
        assertThat(Overage.DOUBLE.allowed(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void anOverageIsReadAsItIsWritten() {
        for (Overage overage : Overage.values()) {
            assertThat(Overage.parse(overage.toString())).isEqualTo(overage);
        }
        assertThatThrownBy(() -> Overage.parse("1.250x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void featuresAreReadAndWrittenAsTheyAre() {
        String text =
                "{\"export\":true,\"maxNotes\":500,\"support\":\"gold\",\"apiCalls\":{\"limit\":1000,\"period\":\"P1M\","
                        + "\"overage\":\"refuse\"},\"sync\":{\"value\":true,\"expiresAt\":\"2027-01-01T00:00:00Z\"}}";
        Features features = Features.read(Json.parseObject(text));
        assertThat(Json.write(features.toMap())).isEqualTo(text);
        assertThat(Features.read(features.toMap())).isEqualTo(features);
        assertThat(features.values()).containsEntry("sync", true);
    }

    @Test
    void overridesReplaceFeaturesOneByOne() {
        Features plan = Features.read(Json.parseObject("{\"export\":false,\"maxNotes\":500}"));
        Features own = Features.read(Json.parseObject("{\"export\":true,\"print\":true}"));
        assertThat(Json.write(plan.with(own).toMap())).isEqualTo("{\"export\":true,\"maxNotes\":500,\"print\":true}");
    }
}
