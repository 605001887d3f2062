package dev.licet.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeteringRequirementsTest {
    private final Shop shop = Shop.onMovingServer();

    private static Map<String, Object> by(String dimension, Object value) {
        return Map.of("dimensions", Map.of(dimension, value));
    }

    private static Map<String, Object> at(Instant at) {
        return Map.of("at", at.toString());
    }

    private static BigDecimal sum(List<?> points) {
        return points.stream()
                .map(point -> new BigDecimal(String.valueOf(((Map<?, ?>) point).get("used"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void R9_the_periods_add_up_to_an_independent_sum() {
        Shop.License license =
                shop.meter("apiCalls").issue(Map.of("apiCalls", Map.of("limit", 1_000_000_000, "period", "P1D")));
        Random random = new Random(9);
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 0; day < 4; day++) {
            Instant now = shop.clock.now();
            List<Map<String, Object>> events = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                BigDecimal quantity = BigDecimal.valueOf(random.nextInt(1, 1_000_000), random.nextInt(0, 9));
                sum = sum.add(quantity);
                Instant when = day == 0 ? now : now.minus(Duration.ofMinutes(random.nextInt(0, 1000)));
                events.add(Shop.event(Shop.unique("e"), "apiCalls", quantity, at(when)));
            }
            shop.use(license, events.toArray());
            shop.clock.advance("P1D");
        }
        for (String cut : List.of("hour", "day", "period")) {
            assertThat(sum(shop.api
                            .get(license.path("/usage?by=" + cut))
                            .expect(200)
                            .list("/series")))
                    .as(cut)
                    .isEqualByComparingTo(sum);
        }
        assertThat(shop.api.get(license.path("/usage")).list("/series")).hasSizeGreaterThanOrEqualTo(3);
        BigDecimal listed = BigDecimal.ZERO;
        Answer page = shop.api.get(license.path("/usage/events?limit=200")).expect(200);
        for (Object event : page.list("/data")) {
            listed = listed.add(new BigDecimal(String.valueOf(((Map<?, ?>) event).get("quantity"))));
        }
        assertThat(listed).isEqualByComparingTo(sum);
    }

    @Test
    void R53_over_usage_locks_at_once_and_the_lock_lifts_by_the_reset_or_an_adjustment() {
        Shop.License license = shop.meter("apiCalls").issue(Map.of("apiCalls", Shop.limit(2, "P1M")));
        shop.use(license, Shop.event("apiCalls", 2));
        assertThat(shop.validate(license, "apiCalls").text("/code")).isEqualTo("USAGE_EXCEEDED");
        assertThat(shop.history(license)).startsWith("usage.limit_reached");
        shop.adjust(license, "apiCalls", -1, "Counted twice").expect(201);
        assertThat(shop.validate(license, "apiCalls").text("/code")).isEqualTo("VALID");
        shop.use(license, Shop.event("apiCalls", 1));
        assertThat(shop.validate(license, "apiCalls").text("/code")).isEqualTo("USAGE_EXCEEDED");
        shop.clock.advance("P1M");
        assertThat(shop.validate(license, "apiCalls").text("/code")).isEqualTo("VALID");
        shop.use(license, Shop.event("apiCalls", 2));
        assertThat(shop.history(license).stream().filter("usage.limit_reached"::equals))
                .as("once per period")
                .hasSize(2);
    }

    @Test
    void R62_there_are_counters_by_licence_feature_and_hour() {
        shop.meter("apiCalls").feature("export", Map.of("type", "switch"));
        Shop.License license = shop.issue(Map.of("apiCalls", Map.of("limit", 100), "export", true));
        shop.clock.to(shop.clock
                .now()
                .truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                .plus(Duration.ofMinutes(150)));
        Instant now = shop.clock.now();
        shop.send(license, Shop.event("x", "apiCalls", 1, at(now.minus(Duration.ofHours(10)))))
                .expect(200);
        Shop.License running = shop.issue(Map.of("apiCalls", Map.of("limit", 100), "export", true));
        shop.clock.advance("PT2H");
        Instant later = shop.clock.now();
        shop.use(
                running,
                Shop.event(Shop.unique("e"), "apiCalls", 3, at(later)),
                Shop.event(Shop.unique("e"), "apiCalls", 4, at(later.minus(Duration.ofHours(1)))),
                Shop.event(Shop.unique("e"), "export", 1, at(later)));
        Answer hours =
                shop.api.get(running.path("/usage?by=hour&meter=apiCalls")).expect(200);
        assertThat(hours.list("/series")).hasSize(2);
        assertThat(hours.text("/series/0/used")).isEqualTo("4");
        assertThat(hours.text("/series/1/used")).isEqualTo("3");
        assertThat(shop.api.get(running.path("/usage?by=hour&meter=export")).at("/series/0/events"))
                .hasToString("1");
    }

    @Test
    void R63_the_alert_is_an_event_with_the_numbers_of_the_violation() {
        Shop.License license = shop.meter("apiCalls")
                .issue(Map.of("apiCalls", Map.of("limit", 2, "period", "P1M", "overage", "allow")));
        shop.use(license, Shop.event("apiCalls", 5));
        Answer events = shop.api
                .get("/v1/events?type=usage.over_limit&subject=" + license.id())
                .expect(200);
        assertThat(events.list("/data")).hasSize(1);
        assertThat(events.text("/data/0/after/meter")).isEqualTo("apiCalls");
        assertThat(events.text("/data/0/after/balance/used")).isEqualTo("5");
        assertThat(events.at("/data/0/after/balance/limit")).isEqualTo(new BigDecimal(2));
        assertThat(events.text("/data/0/actor")).isEqualTo("license:" + license.id());
    }

    @Test
    void R104_what_was_acknowledged_is_in_the_balance_at_once() {
        Shop.License license = shop.meter("apiCalls").issue(Map.of("apiCalls", Shop.limit(10, "P1M")));
        for (int i = 1; i <= 5; i++) {
            assertThat(shop.use(license, Shop.event("apiCalls", 1)).text("/balances/apiCalls/used"))
                    .isEqualTo(String.valueOf(i));
            assertThat(shop.validate(license).text("/usage/apiCalls/used")).isEqualTo(String.valueOf(i));
            assertThat(shop.api.get(license.path("")).text("/usage/apiCalls/used"))
                    .isEqualTo(String.valueOf(i));
            assertThat(shop.api.get(license.path("/usage")).text("/balances/apiCalls/used"))
                    .isEqualTo(String.valueOf(i));
        }
    }

    @Test
    void R106_meters_sum_count_take_the_maximum_and_count_different_values() {
        shop.meter("gigabytes")
                .meter("reports", "count")
                .meter("sessions", "max")
                .feature("seats", Map.of("type", "metered", "aggregation", "unique", "uniqueBy", "user"));
        Map<String, Object> grant = Shop.limit(3, "P1M");
        Shop.License license =
                shop.issue(Map.of("gigabytes", grant, "reports", grant, "sessions", grant, "seats", grant));
        shop.use(
                license,
                Shop.event("gigabytes", "1.25"),
                Shop.event("gigabytes", "1.25"),
                Shop.event("reports", 7),
                Shop.event("reports", 9),
                Shop.event("sessions", 2),
                Shop.event("sessions", 3),
                Shop.event("sessions", 1),
                Shop.event(Shop.unique("e"), "seats", 1, by("user", "ada")),
                Shop.event(Shop.unique("e"), "seats", 1, by("user", "bob")),
                Shop.event(Shop.unique("e"), "seats", 1, by("user", "ada")));
        assertThat(shop.used(license, "gigabytes")).isEqualTo("2.5");
        assertThat(shop.used(license, "reports")).isEqualTo("2");
        assertThat(shop.used(license, "sessions")).isEqualTo("3");
        assertThat(shop.used(license, "seats")).isEqualTo("2");
        assertThat(shop.refusal(license, Shop.event("sessions", 4))).isEqualTo("USAGE_EXCEEDED");
        assertThat(shop.refusal(license, Shop.event("seats", 1))).isEqualTo("DIMENSION_MISSING");
        shop.use(license, Shop.event(Shop.unique("e"), "seats", 1, by("user", 7)));
        assertThat(shop.refusal(license, Shop.event(Shop.unique("e"), "seats", 1, by("user", "eve"))))
                .isEqualTo("USAGE_EXCEEDED");
        shop.use(license, Shop.event(Shop.unique("e"), "seats", 1, by("user", "bob")));
        assertThat(shop.validate(license, "sessions", "seats").text("/code")).isEqualTo("VALID");
        Answer users = shop.api
                .get(license.path("/usage?by=day&meter=seats&dimension=user"))
                .expect(200);
        assertThat(users.list("/series")).hasSize(3);
    }

    @Test
    void R109_any_feature_of_the_licence_is_tracked_by_day_and_never_limits() {
        shop.feature("export", Map.of("type", "switch"))
                .feature("maxNotes", Map.of("type", "number"))
                .feature("print", Map.of("type", "switch"));
        Shop.License license = shop.issue(Map.of("export", true, "maxNotes", 2, "print", false));
        for (int day = 0; day < 3; day++) {
            shop.use(license, Shop.event("export", 1), Shop.event("export", 1), Shop.event("maxNotes", 50));
            shop.clock.advance("P1D");
        }
        Answer days = shop.api.get(license.path("/usage?by=day&meter=export")).expect(200);
        assertThat(days.list("/series")).hasSize(3).allMatch(day -> "2".equals(((Map<?, ?>) day).get("used")));
        assertThat(sum(shop.api
                        .get(license.path("/usage?by=day&meter=maxNotes"))
                        .list("/series")))
                .isEqualByComparingTo("150");
        assertThat(shop.refusal(license, Shop.event("print", 1))).isEqualTo("FEATURE_NOT_INCLUDED");
        assertThat(shop.refusal(license, Shop.event("nothing", 1))).isEqualTo("FEATURE_NOT_INCLUDED");
        assertThat(shop.send(license).object("/balances")).isEmpty();
    }
}
