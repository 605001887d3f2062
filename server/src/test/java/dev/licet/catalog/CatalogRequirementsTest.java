package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a vendor can offer without writing code. */
class CatalogRequirementsTest {
    private final Shop shop = new Shop();

    @Test
    void r1_one_product_is_sold_for_a_trial_a_month_a_year_and_a_lifetime() {
        shop.plan("trial", Map.of(), Map.of("term", "P7D", "trial", true, "starts", "firstValidation"))
                .expect(201);
        shop.plan("monthly", Map.of(), Map.of("term", "P1M")).expect(201);
        shop.plan("yearly", Map.of(), Map.of("term", "P1Y")).expect(201);
        shop.plan("lifetime", Map.of(), Map.of()).expect(201);

        Answer plans = shop.http.get("/v1/plans?product=" + shop.product).expect(200);

        assertThat(plans.list("/data")).hasSize(4);
        assertThat(plans.at("/data/3/policy/term")).isEqualTo("P7D");
        assertThat(plans.at("/data/3/policy/trial")).isEqualTo(true);
        assertThat(plans.at("/data/2/policy/term")).isEqualTo("P1M");
        assertThat(plans.at("/data/1/policy/term")).isEqualTo("P1Y");
        assertThat(plans.at("/data/0/code")).isEqualTo("lifetime");
        assertThat(plans.at("/data/0/policy/term")).isNull();
    }

    @Test
    void r2_tiers_of_one_product_differ_in_their_features() {
        shop.feature("export", "switch").feature("maxNotes", "number").feature("sso", "switch");

        shop.plan("basic", Map.of("export", false, "maxNotes", 50), Map.of()).expect(201);
        shop.plan("pro", Map.of("export", true, "maxNotes", 500), Map.of()).expect(201);
        shop.plan("enterprise", Map.of("export", true, "maxNotes", 100000, "sso", true), Map.of())
                .expect(201);

        Answer plans = shop.http.get("/v1/plans?product=" + shop.product).expect(200);
        assertThat(plans.at("/data/2/features/export")).isEqualTo(false);
        assertThat(plans.at("/data/1/features/export")).isEqualTo(true);
        assertThat(plans.at("/data/1/features/maxNotes")).hasToString("500");
        assertThat(plans.at("/data/0/features/sso")).isEqualTo(true);
    }

    @Test
    void r14_terms_usage_rights_and_limits_of_a_plan_are_the_vendor_s_own() {
        shop.feature("reports", "metered").plan("free");
        Map<String, Object> policy = Map.of(
                "term", "P18M",
                "grace", "P10D",
                "onExpiry", "fallback",
                "fallbackPlan", "free",
                "devices", 2,
                "concurrent", 4,
                "regions", Map.of("allow", List.of("DE", "AT")));

        Answer plan = shop.plan("odd", Map.of("reports", Map.of("limit", 12, "period", "P1M")), policy)
                .expect(201);

        assertThat(plan.at("/policy/term")).isEqualTo("P18M");
        assertThat(plan.at("/policy/grace")).isEqualTo("P10D");
        assertThat(plan.at("/policy/fallbackPlan")).isEqualTo("free");
        assertThat(plan.at("/policy/devices")).hasToString("2");
        assertThat(plan.at("/policy/concurrent")).hasToString("4");
        assertThat(plan.at("/policy/regions/allow")).isEqualTo(List.of("DE", "AT"));
        assertThat(plan.at("/features/reports/limit")).hasToString("12");
    }
}
