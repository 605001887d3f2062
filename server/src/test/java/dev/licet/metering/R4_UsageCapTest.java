package dev.licet.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Caps of usage: the unit after the last is refused or flagged, and a period later there are as many again. */
class R4_UsageCapTest {
    private final Shop shop = Shop.onMovingServer();

    @Test
    void the_unit_after_the_last_is_refused() {
        Shop.License license = shop.meter("apiCalls").issue(Map.of("apiCalls", Shop.limit(3, "P1M")));
        Answer full = shop.use(
                license,
                Shop.event("a", "apiCalls", 1),
                Shop.event("b", "apiCalls", 1),
                Shop.event("c", "apiCalls", 1));
        assertThat(full.text("/balances/apiCalls/used")).isEqualTo("3");
        assertThat(full.at("/balances/apiCalls/limit")).isEqualTo(new BigDecimal(3));
        assertThat(full.text("/balances/apiCalls/remaining")).isEqualTo("0");
        assertThat(shop.refusal(license, Shop.event("d", "apiCalls", 1))).isEqualTo("USAGE_EXCEEDED");
        Answer asked = shop.validate(license, "apiCalls");
        assertThat(asked.text("/code")).isEqualTo("USAGE_EXCEEDED");
        assertThat(asked.text("/usage/apiCalls/used")).isEqualTo("3");
        assertThat(shop.validate(license).text("/code")).isEqualTo("VALID");
    }

    @Test
    void what_was_refused_may_be_sent_again_after_the_reset() {
        Shop.License license = shop.meter("apiCalls").issue(Map.of("apiCalls", Shop.limit(1, "P1M")));
        shop.use(license, Shop.event("apiCalls", 1));
        Map<String, Object> late = Shop.event("apiCalls", 1);
        assertThat(shop.refusal(license, late)).isEqualTo("USAGE_EXCEEDED");
        shop.clock.advance("P1M");
        assertThat(shop.validate(license, "apiCalls").text("/code")).isEqualTo("VALID");
        shop.use(license, late);
        assertThat(shop.used(license, "apiCalls")).isEqualTo("1");
    }

    @Test
    void beyond_a_soft_cap_units_count_and_are_flagged() {
        Map<String, Object> grant =
                Map.of("limit", 10, "period", "P1M", "overage", "allow", "softLimit", 8, "overageLimit", 12);
        Shop.License license = shop.meter("reports").issue(Map.of("reports", grant));
        assertThat(shop.use(license, Shop.event("reports", 7)).list("/flagged")).isEmpty();
        assertThat(shop.use(license, Shop.event("reports", 1)).text("/flagged/0/code"))
                .isEqualTo("USAGE_OVER_SOFT_LIMIT");
        assertThat(shop.use(license, Shop.event("reports", 3)).text("/flagged/0/code"))
                .isEqualTo("USAGE_OVER_LIMIT");
        Answer asked = shop.validate(license, "reports");
        assertThat(asked.text("/code")).isEqualTo("VALID");
        assertThat(asked.text("/warnings/0/code")).isEqualTo("USAGE_OVER_LIMIT");
        assertThat(shop.refusal(license, Shop.event("reports", 2))).isEqualTo("USAGE_EXCEEDED");
        shop.use(license, Shop.event("reports", 1));
        assertThat(shop.validate(license, "reports").text("/code")).isEqualTo("USAGE_EXCEEDED");
        assertThat(shop.history(license).subList(0, 3))
                .isEqualTo(List.of("usage.over_limit", "usage.limit_reached", "usage.soft_limit_reached"));
    }

    @Test
    void quantities_are_decimals_and_never_rounded() {
        Shop.License license = shop.meter("gigabytes").issue(Map.of("gigabytes", Shop.limit(1, "P1D")));
        for (int i = 0; i < 9; i++) {
            shop.use(license, Shop.event("gigabytes", new BigDecimal("0.1")));
        }
        shop.use(license, Shop.event("gigabytes", "0.099999999"));
        assertThat(shop.used(license, "gigabytes")).isEqualTo("0.999999999");
        assertThat(shop.refusal(license, Shop.event("gigabytes", "0.000000002")))
                .isEqualTo("USAGE_EXCEEDED");
        shop.use(license, Shop.event("gigabytes", "0.000000001"));
        assertThat(shop.used(license, "gigabytes")).isEqualTo("1");
        shop.send(license, Shop.event("gigabytes", "0.0000000001")).invalid("/events/0/quantity");
    }
}
