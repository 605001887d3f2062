package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a move to another plan does to the term. */
class PlanMoveTest {
    private final Vendor vendor = Vendor.onSharedServer();

    @Test
    void aTermThatWaitedBeginsWhenTheNewPlanWaitsForNothing() {
        Vendor.Issued license = vendor.issue(plan("waiting", Map.of("term", "P7D", "starts", "firstActivation")));
        assertThat(license.answer().text("/state")).isEqualTo("pending");
        Answer moved = move(license, plan("yearly", Map.of("term", "P1Y")));
        assertThat(moved.text("/state")).isEqualTo("active");
        assertThat(moved.at("/expiresAt")).isNotNull();
    }

    @Test
    void aTermThatWaitsForAnActivationBeginsForADeviceThatIsThere() {
        Vendor.Issued license = vendor.issue(plan("waiting", Map.of("term", "P7D", "starts", "firstValidation")));
        vendor.activate(license, "fp-1").expect(201);
        Answer moved = move(license, plan("active", Map.of("term", "P7D", "starts", "firstActivation")));
        assertThat(moved.at("/expiresAt")).isNotNull();
    }

    @Test
    void anEndSetByHandStaysOnAPlanWithoutEnd() {
        Vendor.Issued license = vendor.issue(plan("lifetime", Map.of()), Map.of("expiresAt", "2090-01-01T00:00:00Z"));
        Answer moved = move(license, plan("better", Map.of()));
        assertThat(moved.text("/expiresAt")).isEqualTo("2090-01-01T00:00:00Z");
    }

    @Test
    void aPlanWithoutEndTakesTheEndAway() {
        Vendor.Issued license = vendor.issue(plan("yearly", Map.of("term", "P1Y")));
        assertThat(move(license, plan("lifetime", Map.of())).at("/expiresAt")).isNull();
    }

    private String plan(String code, Map<String, ?> policy) {
        return vendor.plan(code, policy, Map.of());
    }

    private Answer move(Vendor.Issued license, String plan) {
        return vendor.api
                .put("/v1/licenses/" + license.id() + "/plan", Map.of("plan", plan))
                .expect(200);
    }
}
