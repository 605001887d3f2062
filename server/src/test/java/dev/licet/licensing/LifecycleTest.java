package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to a licence between its issue and its end, each with an entry in its history, and refused where it makes no sense. */
class LifecycleTest {
    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;

    @Test
    void R3_anotherTierIsSeenByTheNextValidationAndInTheHistory() {
        vendor.feature("export", "switch");
        String basic = vendor.plan("basic", Map.of("term", "P1Y", "devices", 1), Map.of("export", false));
        vendor.plan("pro", Map.of("term", "P1Y", "devices", 2), Map.of("export", true));
        Vendor.Issued license = vendor.issue(basic);
        vendor.activated(license, "laptop");
        Instant end = vendor.end(license);
        Map<String, Object> export = Map.of("device", Vendor.device("laptop"), "features", List.of("export"));
        vendor.expect(license, export, "FEATURE_NOT_INCLUDED");

        Answer moved = vendor.put(license, "plan", Map.of("plan", "pro")).expect(200);
        assertThat(moved.text("/plan")).isEqualTo("pro");
        vendor.expect(license, export, "VALID");
        assertThat(vendor.end(license)).as("what was paid for").isEqualTo(end);
        vendor.activated(license, "desktop");

        vendor.put(license, "plan", Map.of("plan", basic)).expect(200);
        vendor.expect(license, export, "FEATURE_NOT_INCLUDED");
        assertThat(vendor.history(license)).startsWith("license.plan_changed").contains("license.plan_changed");
        Answer event = vendor.api.get(Vendor.path(license, "/history?limit=1"));
        assertThat(event.text("/data/0/before/plan")).isEqualTo("pro");
        assertThat(event.text("/data/0/after/plan")).isEqualTo("basic");
    }

    @Test
    void R7_aTrialBecomesPaidOnTheSameKeyAndDevice() {
        String trial = vendor.plan("trial", Map.of("term", "P7D", "trial", true, "devices", 1));
        vendor.plan("pro", Map.of("term", "P1Y", "devices", 1, "heartbeat", "PT10M"));
        Vendor.Issued license = vendor.issue(trial);
        vendor.activated(license, "laptop");
        clock.advance("P8D");
        vendor.expect(license, Map.of("device", Vendor.device("laptop")), "EXPIRED");

        Instant earliest = clock.now();
        vendor.put(license, "plan", Map.of("plan", "pro")).expect(200);
        Answer valid = vendor.validate(license, "laptop");
        assertThat(valid.text("/code")).isEqualTo("VALID");
        assertThat(valid.text("/license/state")).isEqualTo("active");
        assertThat(vendor.end(license)).isBetween(inAYear(earliest), inAYear(clock.now()));
        assertThat(vendor.history(license)).startsWith("license.converted");

        Answer events = vendor.api.get("/v1/events?type=license.converted&subject=" + license.id());
        assertThat(events.expect(200).list("/data"))
                .as("conversions are counted")
                .hasSize(1);
    }

    private static Instant inAYear(Instant from) {
        return from.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    @Test
    void R18_aLicenseKeepsItsVersionOfThePlanUntilItIsMoved() {
        String plan = vendor.plan("pro", Map.of("devices", 1));
        Vendor.Issued old = vendor.issue(plan);
        vendor.api
                .patch("/v1/plans/" + plan, Map.of("policy", Map.of("devices", 5)))
                .expect(200);

        assertThat(vendor.license(old).at("/policy/devices")).hasToString("1");
        assertThat(vendor.license(old).at("/planVersion")).hasToString("1");
        Vendor.Issued young = vendor.issue(plan);
        assertThat(young.answer().at("/policy/devices")).hasToString("5");
        assertThat(young.answer().at("/planVersion")).hasToString("2");

        Answer moved = vendor.put(old, "plan", Map.of("plan", plan)).expect(200);
        assertThat(moved.at("/policy/devices")).hasToString("5");
        assertThat(moved.at("/planVersion")).hasToString("2");
    }

    @Test
    void R37_suspensionAndRevocationReachTheNextValidation() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1)));
        String device = vendor.activated(license, "laptop");
        Map<String, Object> laptop = Map.of("device", Vendor.device("laptop"));

        vendor.put(license, "suspension", Map.of("reason", "unpaid")).expect(200);
        vendor.expect(license, laptop, "SUSPENDED");
        vendor.beat(license, device).problem(409, "SUSPENDED");
        vendor.activate(license, "desktop").problem(409, "SUSPENDED");
        vendor.api.delete(Vendor.path(license, "/suspension")).expect(200);
        vendor.expect(license, laptop, "VALID");
        vendor.put(license, "revocation", Map.of("reason", "fraud")).expect(200);
        vendor.expect(license, laptop, "REVOKED");
        vendor.beat(license, device).problem(409, "REVOKED");
        assertThat(vendor.validate(license, "laptop").at("/token")).isNull();
    }

    @Test
    void R40_suspendsAndResumes() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        Answer suspended =
                vendor.put(license, "suspension", Map.of("reason", "unpaid")).expect(200);
        assertThat(suspended.text("/state")).isEqualTo("suspended");
        assertThat(suspended.text("/suspension/reason")).isEqualTo("unpaid");
        vendor.put(license, "suspension", Map.of("reason", "again")).expect(200);
        assertThat(vendor.license(license).text("/suspension/reason")).isEqualTo("unpaid");
        vendor.api.delete(Vendor.path(license, "/suspension")).expect(200);
        vendor.api.delete(Vendor.path(license, "/suspension")).expect(200);
        assertThat(vendor.license(license).text("/state")).isEqualTo("active");
        assertThat(vendor.history(license)).containsExactly("license.resumed", "license.suspended", "license.issued");
        Answer event = vendor.api.get(Vendor.path(license, "/history?limit=2"));
        assertThat(event.text("/data/1/reason")).isEqualTo("unpaid");
        assertThat(event.text("/data/1/actor")).startsWith("key_");
    }

    @ParameterizedTest
    @CsvSource({"expiry, 10, 60", "now, 10, 40", "nowIfExpired, 10, 60", "nowIfExpired, 45, 75", "expiry, 45, 60"})
    void R40_renewsFromWhereThePolicySays(String from, int day, int end) {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P30D", "renewFrom", from)));
        Instant issued = Instant.parse(license.answer().text("/issuedAt"));
        clock.to(issued.plus(Duration.ofDays(day)));

        Answer renewed = vendor.renew(license, Map.of()).expect(201);
        assertThat(Instant.parse(renewed.text("/expiresAt")))
                .isCloseTo(
                        issued.plus(Duration.ofDays(end)),
                        org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MINUTES));
        assertThat(vendor.history(license)).startsWith("license.renewed");
    }

    @Test
    void R40_renewsByAnotherTermAndRefusesWhereThereIsNoEnd() {
        Vendor.Issued license = vendor.issue(vendor.plan("monthly", Map.of("term", "P30D")));
        Instant end = vendor.end(license);
        vendor.renew(license, Map.of("term", "P10D")).expect(201);
        assertThat(vendor.end(license)).isEqualTo(end.plus(Duration.ofDays(10)));
        vendor.renew(license, Map.of("term", "PT0S")).invalid("/term");
        vendor.renew(license, Map.of("term", "soon")).invalid("/term");
        vendor.renew(vendor.issue(vendor.plan("forever", Map.of())), Map.of()).problem(409, "NOT_RENEWABLE");
        vendor.renew(vendor.issue(vendor.plan("later", Map.of("term", "P1Y", "starts", "firstUse"))), Map.of())
                .problem(409, "NOT_RENEWABLE");
    }

    @Test
    void R50_aRenewalReachesTheProgramWithItsNextHeartbeat() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P30D", "devices", 1)));
        String device = vendor.activated(license, "laptop");
        clock.advance("P29D");
        Answer last = vendor.beat(license, device).expect(200);
        assertThat(Verified.token(vendor, last.text("/token")).expiresAt()).isBeforeOrEqualTo(vendor.end(license));
        vendor.renew(license, Map.of()).expect(201);

        Answer next = vendor.beat(license, device).expect(200);
        assertThat(Verified.token(vendor, next.text("/token")).term().expiresAt())
                .isEqualTo(vendor.end(license));
        assertThat(Instant.parse(next.text("/license/expiresAt"))).isEqualTo(vendor.end(license));
    }

    @Test
    void R40_movesOnlyWithinTheProduct() {
        Vendor.Issued license = vendor.issue(vendor.plan("pro", Map.of()));
        Vendor other = Vendor.onMovingServer();
        vendor.put(license, "plan", Map.of("plan", other.plan("pro", Map.of()))).invalid("/plan");
        vendor.put(license, "plan", Map.of("plan", "none")).invalid("/plan");
        vendor.put(license, "plan", Map.of()).invalid("/plan");
    }

    @Test
    void R40_aMoveChangesTheEndOnlyWhereItMust() {
        String monthly = vendor.plan("monthly", Map.of("term", "P30D"));
        String lifetime = vendor.plan("lifetime", Map.of());
        Vendor.Issued license = vendor.issue(monthly);
        vendor.put(license, "plan", Map.of("plan", lifetime)).expect(200);
        assertThat(vendor.license(license).at("/expiresAt")).isNull();
        clock.advance("P100D");
        Instant earliest = clock.now();
        vendor.put(license, "plan", Map.of("plan", monthly)).expect(200);
        assertThat(vendor.end(license)).isAfterOrEqualTo(earliest.plus(Duration.ofDays(30)));
    }

    @Test
    void R40_transfersToAnotherCustomer() {
        String first = vendor.customer("organization");
        String second = vendor.customer("individual");
        Vendor.Issued license = vendor.issue(
                vendor.plan(Map.of("devices", 1, "users", 2)),
                Map.of("customer", first, "users", List.of("ada@example.com", "bob@example.com")));
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "device", Vendor.device("laptop"), "user", "ada@example.com"))
                .expect(201);

        Answer moved =
                vendor.put(license, "customer", Map.of("customer", second)).expect(200);
        assertThat(moved.text("/customer")).isEqualTo(second);
        assertThat(moved.at("/counts/users"))
                .as("the seats of the first one's people")
                .hasToString("0");
        assertThat(moved.at("/counts/devices")).hasToString("1");
        assertThat(vendor.history(license)).startsWith("license.transferred");
        vendor.put(license, "customer", Map.of("customer", "cust_unknown")).invalid("/customer");
        vendor.put(license, "customer", Map.of()).invalid("/customer");
    }

    @Test
    void R40_setsAnotherEnd() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P30D")));
        Instant end = clock.now().plus(Duration.ofDays(3));
        vendor.put(license, "expiry", Map.of("expiresAt", end.toString())).expect(200);
        assertThat(vendor.end(license)).isEqualTo(end);
        vendor.put(license, "expiry", Map.of()).invalid("/expiresAt");
        vendor.put(license, "expiry", Map.of("expiresAt", "tomorrow")).invalid("/expiresAt");
        vendor.put(license, "expiry", Map.of("expiresAt", 12)).invalid("/expiresAt");
        assertThat(vendor.end(license)).isEqualTo(end);
        Map<String, Object> none = new HashMap<>();
        none.put("expiresAt", null);
        vendor.put(license, "expiry", none).expect(200);
        assertThat(vendor.license(license).at("/expiresAt")).isNull();
        assertThat(vendor.history(license)).startsWith("license.expiry_changed", "license.expiry_changed");
    }

    @Test
    void R40_anEndMustComeAfterTheStart() {
        Instant start = clock.now().plus(Duration.ofDays(30));
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()), Map.of("startsAt", start.toString()));
        vendor.put(license, "expiry", Map.of("expiresAt", start.toString())).invalid("/expiresAt");
    }

    @Test
    void R40_terminatesAtOnceByAnEndThatIsNow() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P30D")));
        vendor.put(license, "expiry", Map.of("expiresAt", clock.now().toString()))
                .expect(200);
        vendor.expect(license, "EXPIRED");
    }

    @Test
    void R40_nothingHappensAnyMoreToARevokedLicense() {
        Vendor.Issued license = vendor.issue(vendor.plan("pro", Map.of("term", "P30D")));
        Answer revoked = vendor.put(license, "revocation", Map.of("reason", "chargeback"))
                .expect(200);
        assertThat(revoked.text("/state")).isEqualTo("revoked");
        assertThat(revoked.text("/revocation/reason")).isEqualTo("chargeback");
        vendor.put(license, "revocation", Map.of("reason", "again")).expect(200);
        assertThat(vendor.license(license).text("/revocation/reason")).isEqualTo("chargeback");

        vendor.put(license, "suspension", Map.of()).problem(409, "LICENSE_REVOKED");
        vendor.api.delete(Vendor.path(license, "/suspension")).problem(409, "LICENSE_REVOKED");
        vendor.renew(license, Map.of()).problem(409, "LICENSE_REVOKED");
        vendor.put(license, "plan", Map.of("plan", "pro")).problem(409, "LICENSE_REVOKED");
        vendor.put(license, "customer", Map.of("customer", vendor.customer("partner")))
                .problem(409, "LICENSE_REVOKED");
        vendor.put(license, "expiry", Map.of("expiresAt", clock.now().toString()))
                .problem(409, "LICENSE_REVOKED");
        vendor.api.post(Vendor.path(license, "/key"), Map.of()).problem(409, "LICENSE_REVOKED");
        assertThat(vendor.history(license)).containsExactly("license.revoked", "license.issued");
    }

    @Test
    void R40_replacesTheKey() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        String key = vendor.api
                .post(Vendor.path(license, "/key"), Map.of())
                .expect(201)
                .text("/key");
        assertThat(key).isNotEqualTo(license.key());
        vendor.expect(license, "NOT_FOUND");
        vendor.expect(new Vendor.Issued(license.id(), key, license.answer()), "VALID");
        assertThat(vendor.history(license)).startsWith("license.key_replaced");
        Answer event = vendor.api.get(Vendor.path(license, "/history?limit=1"));
        assertThat(event.body()).doesNotContain(key, license.key());
    }

    @Test
    void R40_changesOverridesAndMetadata() {
        vendor.feature("export", "switch");
        Vendor.Issued license = vendor.issue(vendor.plan("pro", Map.of("devices", 1), Map.of("export", false)));
        Answer changed = vendor.api
                .patch(
                        Vendor.path(license, ""),
                        Map.of(
                                "overrides",
                                Map.of("policy", Map.of("devices", 7), "features", Map.of("export", true)),
                                "metadata",
                                Map.of("order", "A-1")))
                .expect(200);
        assertThat(changed.at("/policy/devices")).hasToString("7");
        assertThat(changed.at("/features/export")).isEqualTo(true);
        assertThat(changed.at("/metadata")).hasToString("{order=A-1}");
        assertThat(vendor.history(license)).startsWith("license.changed");

        Map<String, Object> gone = new HashMap<>();
        gone.put("overrides", null);
        Answer back = vendor.api.patch(Vendor.path(license, ""), gone).expect(200);
        assertThat(back.at("/policy/devices")).hasToString("1");
        assertThat(back.at("/features/export")).isEqualTo(false);
        vendor.api.patch(Vendor.path(license, ""), Map.of("plan", "pro")).invalid("/plan");
    }
}
