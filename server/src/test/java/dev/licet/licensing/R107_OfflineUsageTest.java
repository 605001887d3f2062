package dev.licet.licensing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.json.Json;
import dev.licet.core.meter.UsageEvent;
import dev.licet.testing.Answer;
import dev.licet.testing.Together;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a machine without a network has used is carried to the server in signed reports, and counts once. */
class R107_OfflineUsageTest {
    private final Vendor vendor = Vendor.onMovingServer().feature("calls", "metered");
    private final Vendor.Issued license =
            vendor.issue(vendor.plan("lab", Map.of(), Map.of("calls", Map.of("limit", 1000))));
    private final AirGapped machine = new AirGapped(vendor, license, "f1");

    private UsageEvent event(String id, String quantity) {
        return event(id, quantity, vendor.clock.now());
    }

    private static UsageEvent event(String id, String quantity, Instant at) {
        return new UsageEvent(id, "calls", new BigDecimal(quantity), at, Map.of("user", "ada"));
    }

    private BigDecimal used() {
        Answer answer =
                vendor.program.post("/v1/usage", Map.of("key", license.key())).expect(200);
        return new BigDecimal(answer.text("/balances/calls/used"));
    }

    @Test
    void R107_aReportCountsOnce() {
        String report = machine.report(1, event("e1", "1.5"), event("e2", "2"));
        Answer first = machine.tell(report).expect(200);
        assertThat(first.at("/brought")).isEqualTo(true);
        assertThat(first.at("/usage/accepted")).isEqualTo(new BigDecimal("2"));
        assertThat(first.text("/usage/balances/calls/used")).isEqualTo("3.5");
        Answer again = machine.tell(report).expect(200);
        assertThat(again.at("/brought")).isEqualTo(false);
        assertThat(again.at("/usage/accepted")).isEqualTo(new BigDecimal("0"));
        assertThat(again.list("/usage/duplicateIds")).hasSize(2);
        assertThat(used()).isEqualByComparingTo("3.5");
        assertThat(vendor.history(license)).containsOnlyOnce("usage.report_brought");
    }

    @Test
    void R107_anEventCountsOnceWhicheverWayItCame() {
        vendor.program
                .post(
                        "/v1/usage",
                        Map.of("key", license.key(), "events", List.of(Map.of("id", "e1", "meter", "calls"))))
                .expect(200);
        machine.tell(machine.report(1, event("e1", "1"), event("e2", "1"))).expect(200);
        machine.tell(machine.report(2, event("e2", "1"), event("e3", "1"))).expect(200);
        assertThat(used()).isEqualByComparingTo("3");
    }

    @Test
    void R107_itCountsOnceHoweverManyBringItAtOnce() {
        String report = machine.report(1, event("e1", "1"), event("e2", "1"), event("e3", "1"));
        List<Integer> answers = Together.call(8, n -> machine.tell(report).status());
        assertThat(answers).containsOnly(200);
        assertThat(used()).isEqualByComparingTo("3");
    }

    @Test
    void R107_reportsThatWereLeftBehindAreMissed() {
        assertThat(machine.tell(machine.report(1, event("e1", "1"))).expect(200).list("/missing"))
                .isEmpty();
        assertThat(Json.write(machine.tell(machine.report(5, event("e5", "1")))
                        .expect(200)
                        .list("/missing")))
                .isEqualTo("[2,3,4]");
        machine.tell(machine.report(3, event("e3", "1"))).expect(200);
        assertThat(Json.write(machine.tell(machine.report(6)).expect(200).list("/missing")))
                .isEqualTo("[2,4]");
    }

    @Test
    void R107_whatIsMonthsOldStillCounts() {
        Instant then = vendor.clock.now();
        vendor.clock.advance("P200D");
        Answer answer = machine.tell(machine.report(1, event("e1", "4", then.plus(Duration.ofDays(1)))))
                .expect(200);
        assertThat(answer.list("/usage/refused")).isEmpty();
        assertThat(used()).isEqualByComparingTo("4");
    }

    @Test
    void R107_oneFlippedBitIsRefused() {
        String report = machine.report(1, event("e1", "1"));
        Random random = new Random(107);
        for (int i = 0; i < Integer.getInteger("flips", 150); i++) {
            byte[] altered = report.getBytes(ISO_8859_1);
            int bit = random.nextInt(7 * altered.length);
            altered[bit / 7] ^= (byte) (1 << (bit % 7));
            Answer answer = machine.tell(new String(altered, ISO_8859_1));
            assertThat(answer.status()).as("bit %s: %s", bit, answer).isIn(404, 422);
        }
        assertThat(used()).isEqualByComparingTo("0");
    }

    @Test
    void R107_badValuesAreNamed() {
        machine.tell(machine.report(1, event("", "1"))).invalid("/events/0/id");
        machine.tell(machine.report(1, event("e1", "1"), event("e2", "1e20"))).invalid("/events/1/quantity");
        machine.tell(machine.report(1, event("\u0000", "1"))).problem(422, "FILE_MALFORMED");
        machine.tell("nonsense").problem(422, "FILE_MALFORMED");
        vendor.program.post("/v1/offline/usage", Map.of()).invalid("/report");
        assertThat(used()).isEqualByComparingTo("0");
    }

    @Test
    void R107_whatIsNotPermittedIsSaid() {
        Answer answer = machine.tell(machine.report(1, event("e1", "999"), event("e2", "5")))
                .expect(200);
        assertThat(answer.at("/usage/accepted")).isEqualTo(new BigDecimal("1"));
        assertThat(answer.text("/usage/refused/0/id")).isEqualTo("e2");
    }
}
