package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filter by state is SQL and the state of a licence is core: here they are held together, in every state and around every turn. */
class StatesTest {
    private static final List<String> STATES =
            List.of("pending", "active", "trial", "expiring", "grace", "fallback", "expired", "suspended", "revoked");

    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;
    private final Set<String> seen = new TreeSet<>();

    @BeforeEach
    void licenses() {
        Instant end = nextEndOfMarch().toInstant();
        vendor.plan("free", Map.of());
        issue(Map.of(), Map.of());
        for (Map<String, Object> policy : List.<Map<String, Object>>of(
                Map.of("trial", true),
                Map.of("grace", "P1M", "warnBefore", List.of("P1M", "P7D")),
                Map.of("warnBefore", List.of()),
                Map.of("onExpiry", "keep", "grace", "P10D"),
                Map.of("onExpiry", "fallback", "fallbackPlan", "free"),
                Map.of("onExpiry", "fallback", "fallbackPlan", "free", "grace", "P5DT12H"),
                Map.of("starts", "firstValidation"),
                Map.of("starts", "firstUse", "grace", "P10D"),
                Map.of("trial", true, "grace", "P10D"))) {
            issue(policy, Map.of("expiresAt", end.toString()));
            issue(
                    policy,
                    Map.of(
                            "expiresAt",
                            end.toString(),
                            "startsAt",
                            end.minus(Duration.ofDays(20)).toString()));
            issue(policy, Map.of());
        }
        Vendor.Issued suspended = issue(Map.of("term", "P30D"), Map.of());
        vendor.put(suspended, "suspension", Map.of()).expect(200);
        Vendor.Issued revoked = issue(Map.of("term", "P30D"), Map.of());
        vendor.put(revoked, "revocation", Map.of()).expect(200);
    }

    private Vendor.Issued issue(Map<String, Object> policy, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("overrides", Map.of("policy", policy));
        return vendor.issue(
                vendor.api.get("/v1/plans/free?product=" + vendor.product).text("/id"), body);
    }

    /** A month before this day, and a month after it, has no such day. */
    private OffsetDateTime nextEndOfMarch() {
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        return now.plusYears(now.getMonthValue() > 1 ? 1 : 0).with(MonthDay.of(3, 31));
    }

    @Test
    void theFilterAgreesWithTheStateOfEachLicenseAtAnyTime() {
        Instant end = nextEndOfMarch().toInstant();
        assertAgreement();
        for (int days : List.of(-32, -30, -21, -19, -8, -6, 0, 5, 6, 9, 11, 29, 31)) {
            clock.to(end.plus(Duration.ofDays(days)).plusSeconds(60));
            assertAgreement();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(STATES);
    }

    private void assertAgreement() {
        Map<String, Set<String>> stated = new HashMap<>();
        vendor.api
                .get("/v1/licenses?limit=200&product=" + vendor.product)
                .expect(200)
                .list("/data")
                .forEach(license -> {
                    Map<?, ?> view = (Map<?, ?>) license;
                    stated.computeIfAbsent(String.valueOf(view.get("state")), state -> new TreeSet<>())
                            .add(String.valueOf(view.get("id")));
                });
        for (String state : STATES) {
            Set<String> found = new TreeSet<>();
            vendor.api
                    .get("/v1/licenses?limit=200&product=" + vendor.product + "&state=" + state)
                    .expect(200)
                    .list("/data")
                    .forEach(license -> found.add(String.valueOf(((Map<?, ?>) license).get("id"))));
            assertThat(found).as("%s at %s", state, clock.now()).isEqualTo(stated.getOrDefault(state, Set.of()));
        }
        seen.addAll(stated.keySet());
    }
}
