package dev.licet.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Usage as time goes by: month ends, leap days, late events, what is carried over, changes of plan. */
class UsagePeriodsTest {
    private final Shop shop = Shop.onMovingServer().meter("apiCalls");

    private static Map<String, Object> at(Instant at) {
        return Map.of("at", at.toString());
    }

    private Instant next(int month, int day) {
        LocalDate today = LocalDate.ofInstant(shop.clock.now(), ZoneOffset.UTC);
        LocalDate date = LocalDate.of(today.getYear(), month, day);
        return (date.isAfter(today) ? date : date.plusYears(1)).atTime(10, 0).toInstant(ZoneOffset.UTC);
    }

    @Test
    void a_month_from_the_31st_ends_on_the_last_day_of_a_shorter_one() {
        shop.clock.to(next(1, 31));
        Shop.License license = shop.issue(Map.of("apiCalls", Shop.limit(1, "P1M")));
        Instant start = Instant.parse(shop.api.get(license.path("")).text("/startsAt"));
        int year = LocalDate.ofInstant(start, ZoneOffset.UTC).getYear();
        int last = LocalDate.of(year, 3, 1).minusDays(1).getDayOfMonth();
        Answer used = shop.use(license, Shop.event("apiCalls", 1));
        Instant reset = Instant.parse(used.text("/balances/apiCalls/resetsAt"));
        assertThat(LocalDate.ofInstant(reset, ZoneOffset.UTC)).isEqualTo(LocalDate.of(year, 2, last));
        shop.clock.to(reset.minusSeconds(30));
        assertThat(shop.refusal(license, Shop.event("apiCalls", 1))).isEqualTo("USAGE_EXCEEDED");
        shop.clock.to(reset);
        Answer again = shop.use(license, Shop.event("apiCalls", 1));
        assertThat(LocalDate.ofInstant(Instant.parse(again.text("/balances/apiCalls/resetsAt")), ZoneOffset.UTC))
                .isEqualTo(LocalDate.of(year, 3, 31));
    }

    @Test
    void a_calendar_month_ends_with_the_calendar_leap_days_included() {
        Instant leap = next(2, 28);
        while (!LocalDate.ofInstant(leap, ZoneOffset.UTC).isLeapYear()) {
            leap = leap.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        }
        shop.clock.to(leap);
        Shop.License license =
                shop.issue(Map.of("apiCalls", Map.of("limit", 2, "period", "P1M", "anchor", "calendar")));
        shop.use(license, Shop.event("apiCalls", 1));
        shop.clock.advance("P1D");
        assertThat(shop.use(license, Shop.event("apiCalls", 1)).text("/balances/apiCalls/used"))
                .as("the leap day is of the same month")
                .isEqualTo("2");
        shop.clock.advance("P1D");
        assertThat(shop.used(license, "apiCalls")).isEqualTo("0");
    }

    @Test
    void late_events_count_in_the_closed_period_of_their_date() {
        Shop.License license = shop.issue(Map.of("apiCalls", Shop.limit(10, "P1M")));
        Instant early = shop.clock.now();
        shop.use(license, Shop.event("apiCalls", 4));
        shop.clock.advance("P32D");
        Answer late = shop.send(
                        license,
                        Shop.event("late1", "apiCalls", 6, at(early.plus(Duration.ofHours(5)))),
                        Shop.event("late2", "apiCalls", 1, at(early.plus(Duration.ofHours(2)))),
                        Shop.event("now", "apiCalls", 2))
                .expect(200);
        assertThat(late.at("/accepted")).hasToString("2");
        assertThat(late.text("/refused/0/id")).isEqualTo("late2");
        assertThat(late.text("/refused/0/code")).isEqualTo("USAGE_EXCEEDED");
        List<?> periods =
                shop.api.get(license.path("/usage?by=period")).expect(200).list("/series");
        assertThat(periods.stream().map(each -> ((Map<?, ?>) each).get("used")).toList())
                .isEqualTo(List.of("10", "2"));
        shop.clock.advance("P10D");
        assertThat(shop.refusal(license, Shop.event(Shop.unique("e"), "apiCalls", 1, at(early))))
                .isEqualTo("EVENT_TOO_OLD");
        assertThat(shop.refusal(
                        license,
                        Shop.event(
                                Shop.unique("e"),
                                "apiCalls",
                                1,
                                at(shop.clock.now().plus(Duration.ofMinutes(20))))))
                .isEqualTo("EVENT_IN_FUTURE");
    }

    @Test
    void units_left_over_are_carried_and_lost_afterwards() {
        Map<String, Object> grant = Map.of("limit", 10, "period", "P1M", "rollover", Map.of("limit", 4, "periods", 1));
        Shop.License license = shop.issue(Map.of("apiCalls", grant));
        shop.use(license, Shop.event("apiCalls", 1));
        shop.clock.advance("P1M");
        Answer carried = shop.use(license, Shop.event("apiCalls", 14));
        assertThat(carried.at("/balances/apiCalls/limit")).isEqualTo(new BigDecimal(14));
        assertThat(carried.text("/balances/apiCalls/carriedOver")).isEqualTo("4");
        assertThat(shop.refusal(license, Shop.event("apiCalls", 1))).isEqualTo("USAGE_EXCEEDED");
        shop.clock.advance("P1M");
        assertThat(shop.send(license).at("/balances/apiCalls/limit")).isEqualTo(BigDecimal.TEN);
    }

    @Test
    void several_features_draw_on_prepaid_credits_that_are_topped_up() {
        shop.meter("credits").meter("renders");
        Shop.License license = shop.issue(Map.of(
                "credits", Map.of("limit", 0),
                "apiCalls", Map.of("limit", 1000, "pool", "credits", "cost", new BigDecimal("0.5")),
                "renders", Map.of("limit", 1000, "pool", "credits", "cost", 5)));
        assertThat(shop.refusal(license, Shop.event("renders", 1))).isEqualTo("FEATURE_NOT_INCLUDED");
        Answer topUp = shop.adjust(license, "credits", 20, "Order 17").expect(201);
        assertThat(topUp.text("/adjustment/kind")).isEqualTo("credit");
        assertThat(topUp.at("/balance/limit")).isEqualTo(new BigDecimal(20));
        shop.use(license, Shop.event("renders", 3), Shop.event("apiCalls", 10));
        assertThat(shop.used(license, "credits")).isEqualTo("20");
        assertThat(shop.refusal(license, Shop.event("apiCalls", 1))).isEqualTo("USAGE_EXCEEDED");
        assertThat(shop.validate(license, "renders").text("/code")).isEqualTo("USAGE_EXCEEDED");
        shop.adjust(license, "credits", "5", "Order 18").expect(201);
        assertThat(shop.validate(license, "renders").text("/code")).isEqualTo("VALID");
        shop.use(license, Shop.event("renders", 1));
        shop.adjust(license, "credits", -1, "Order 18 was cancelled").problem(409, "USAGE_EXCEEDED");
        shop.adjust(license, "renders", -9, "Too much").problem(409, "USAGE_BELOW_ZERO");
        assertThat(shop.history(license)).contains("usage.topped_up");
    }

    @Test
    void another_plan_keeps_what_was_used_though_its_periods_are_cut_otherwise() {
        shop.feature("seats", Map.of("type", "metered", "aggregation", "unique", "uniqueBy", "user"));
        Map<String, Object> ada = Map.of("dimensions", Map.of("user", "ada"));
        Shop.License license = shop.issue(Map.of("apiCalls", Shop.limit(10, "P1M"), "seats", Shop.limit(5, "P1M")));
        shop.use(license, Shop.event("apiCalls", 9), Shop.event(Shop.unique("e"), "seats", 1, ada));
        String year = shop.plan(Map.of(), Map.of("apiCalls", Shop.limit(12, "P1Y"), "seats", Shop.limit(5, "P1Y")));
        shop.api.put(license.path("/plan"), Map.of("plan", year)).expect(200);
        assertThat(shop.used(license, "apiCalls")).isEqualTo("9");
        assertThat(shop.refusal(license, Shop.event("apiCalls", 4))).isEqualTo("USAGE_EXCEEDED");
        shop.clock.advance("P2M");
        shop.use(license, Shop.event("apiCalls", 3), Shop.event(Shop.unique("e"), "seats", 1, ada));
        assertThat(shop.used(license, "apiCalls")).isEqualTo("12");
        assertThat(shop.used(license, "seats")).isEqualTo("1");
        String small = shop.plan(Map.of(), Map.of("apiCalls", Shop.limit(5, "P1Y")));
        shop.api.put(license.path("/plan"), Map.of("plan", small)).expect(200);
        assertThat(shop.refusal(license, Shop.event("apiCalls", 1))).isEqualTo("USAGE_EXCEEDED");
        assertThat(shop.used(license, "apiCalls")).isEqualTo("12");
    }
}
