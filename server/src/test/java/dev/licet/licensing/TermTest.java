package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a licence begins, and when it ends. */
class TermTest {
    private static final Map<String, Object> ON_LAPTOP = Map.of("device", Vendor.device("laptop"));

    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;

    @Test
    void R1_oneProductHasATrialAMonthlyAYearlyAndALifetimePlan() {
        assertEnd("trial", Map.of("term", "P7D", "trial", true), issued -> issued.plusDays(7));
        assertEnd("monthly", Map.of("term", "P1M"), issued -> issued.plusMonths(1));
        assertEnd("yearly", Map.of("term", "P1Y"), issued -> issued.plusYears(1));
        Answer lifetime = vendor.issue(vendor.plan("lifetime", Map.of())).answer();
        assertThat(lifetime.at("/expiresAt")).isNull();
        assertThat(lifetime.text("/state")).isEqualTo("active");
    }

    private void assertEnd(String code, Map<String, ?> policy, UnaryOperator<OffsetDateTime> end) {
        Answer license = vendor.issue(vendor.plan(code, policy)).answer();
        Instant issued = Instant.parse(license.text("/issuedAt"));
        assertThat(Instant.parse(license.text("/expiresAt")))
                .isEqualTo(end.apply(issued.atOffset(ZoneOffset.UTC)).toInstant());
    }

    @Test
    void R1_aTrialThatStartsAtItsIssueEndsNTimes24HoursLater() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P7D", "trial", true)));
        assertThat(license.answer().text("/state")).isEqualTo("trial");
        assertEndsAfter(license, Instant.parse(license.answer().text("/issuedAt")), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstValidation", "firstActivation", "firstUse"})
    void R1_aTrialEndsNTimes24HoursAfterItsStartEvent(String starts) {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P7D", "trial", true, "starts", starts)));
        assertThat(license.answer().at("/expiresAt")).isNull();
        assertThat(license.answer().text("/state")).isEqualTo("pending");
        clock.advance("P30D");
        assertThat(vendor.license(license).text("/state")).isEqualTo("pending");

        Instant earliest = clock.now();
        if (starts.equals("firstActivation")) {
            vendor.expect(license, "DEVICE_REQUIRED");
            vendor.expect(license, ON_LAPTOP, "DEVICE_NOT_ACTIVATED");
            vendor.activated(license, "laptop");
        } else {
            vendor.expect(license, ON_LAPTOP, "VALID");
        }
        Instant started = Instant.parse(vendor.license(license).text("/startsAt"));
        assertThat(started).isBetween(earliest, clock.now());
        assertThat(vendor.history(license)).containsOnlyOnce("license.started");
        assertEndsAfter(license, started, ON_LAPTOP);
    }

    /** Half-open: what ends at noon is over at noon. */
    private void assertEndsAfter(Vendor.Issued license, Instant started, Map<String, ?> question) {
        Instant end = started.plus(Duration.ofDays(7));
        assertThat(vendor.end(license)).isEqualTo(end);
        clock.before(end);
        vendor.expect(license, question, "VALID");
        clock.to(end);
        vendor.expect(license, question, "EXPIRED");
        assertThat(vendor.license(license).text("/state")).isEqualTo("expired");
    }

    @Test
    void R34_theFirstCallBindsTheDeviceAndStartsTheClock() {
        Vendor.Issued license =
                vendor.issue(vendor.plan(Map.of("term", "P1M", "starts", "firstActivation", "devices", 1)));
        clock.advance("P10D");
        Answer activation = vendor.activate(license, "laptop").expect(201);

        Instant start = Instant.parse(activation.text("/device/activatedAt"));
        assertThat(Instant.parse(activation.text("/license/startsAt"))).isEqualTo(start);
        assertThat(Instant.parse(activation.text("/license/expiresAt")))
                .isEqualTo(start.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant());
        vendor.expect(license, ON_LAPTOP, "VALID");
        vendor.expect(license, Map.of("device", Vendor.device("desktop")), "DEVICE_NOT_ACTIVATED");
    }

    @Test
    void R13_aPerpetualLicenseNeverEnds() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("maintenance", "P1Y")));
        clock.advance("P50Y");
        vendor.expect(license, "VALID");
        assertThat(vendor.license(license).at("/policy/maintenance")).isEqualTo("P1Y");
    }

    @Test
    void R13_aLicenseMayBeKeptBeyondItsTerm() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P1M", "onExpiry", "keep")));
        clock.advance("P2M");
        Answer valid = vendor.validate(license);
        assertThat(valid.text("/code")).isEqualTo("VALID");
        assertThat(valid.text("/warnings/0/code")).isEqualTo("TERM_ENDED");
    }

    @Test
    void R56_graceTellsTheDaysLeftAndThenEnds() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P30D", "grace", "P14D")));
        Instant end = vendor.end(license);
        clock.to(end);

        Answer grace = vendor.validate(license);
        assertThat(grace.at("/valid")).isEqualTo(true);
        assertThat(grace.text("/license/state")).isEqualTo("grace");
        assertThat(grace.text("/warnings/0/code")).isEqualTo("IN_GRACE");
        assertThat(grace.text("/warnings/0/level")).isEqualTo("critical");
        assertThat(grace.at("/warnings/0/daysLeft")).hasToString("14");
        assertThat(Instant.parse(grace.text("/license/graceUntil"))).isEqualTo(end.plus(Duration.ofDays(14)));

        clock.before(end.plus(Duration.ofDays(14)));
        assertThat(vendor.validate(license).at("/warnings/0/daysLeft")).hasToString("1");
        clock.to(end.plus(Duration.ofDays(14)));
        vendor.expect(license, "EXPIRED");
    }

    @Test
    void R57_warningsComeBeforeTheEndAndGrowMoreUrgent() {
        Vendor.Issued license =
                vendor.issue(vendor.plan(Map.of("term", "P1Y", "warnBefore", List.of("P1D", "P30D", "P7D"))));
        Instant end = vendor.end(license);
        assertThat(vendor.validate(license).list("/warnings")).isEmpty();

        assertWarning(license, end.minus(Duration.ofDays(30)), "info", 30);
        assertThat(vendor.license(license).text("/state")).isEqualTo("expiring");
        assertWarning(license, end.minus(Duration.ofDays(7)), "warning", 7);
        assertWarning(license, end.minus(Duration.ofDays(1)), "critical", 1);
    }

    private void assertWarning(Vendor.Issued license, Instant at, String level, int daysLeft) {
        clock.to(at);
        Answer answer = vendor.validate(license);
        assertThat(answer.text("/warnings/0/code")).isEqualTo("EXPIRES_SOON");
        assertThat(answer.text("/warnings/0/level")).isEqualTo(level);
        assertThat(answer.at("/warnings/0/daysLeft")).hasToString(String.valueOf(daysLeft));
    }

    @Test
    void R54_atItsEndALicenseFallsToTheNamedTier() {
        vendor.feature("export", "switch").feature("maxNotes", "number");
        vendor.plan("free", Map.of(), Map.of("maxNotes", 10));
        Vendor.Issued license = vendor.issue(vendor.plan(
                "pro",
                Map.of("term", "P1M", "onExpiry", "fallback", "fallbackPlan", "free"),
                Map.of("export", true, "maxNotes", 500)));
        vendor.expect(license, Map.of("features", List.of("export")), "VALID");

        clock.to(vendor.end(license));
        Answer answer = vendor.validate(license);
        assertThat(answer.text("/code")).isEqualTo("VALID");
        assertThat(answer.text("/license/state")).isEqualTo("fallback");
        assertThat(answer.text("/license/plan")).isEqualTo("pro");
        assertThat(answer.text("/license/effectivePlan")).isEqualTo("free");
        assertThat(answer.at("/features")).hasToString("{maxNotes=10}");
        assertThat(answer.text("/warnings/0/code")).isEqualTo("FALLBACK");
        vendor.expect(license, Map.of("features", List.of("export")), "FEATURE_NOT_INCLUDED");
    }

    @Test
    void R51_aFeatureMayEndBeforeTheLicense() {
        vendor.feature("export", "switch").feature("beta", "switch");
        Instant end = clock.now().plus(Duration.ofDays(10));
        Vendor.Issued license = vendor.issue(vendor.plan(
                "pro", Map.of(), Map.of("export", true, "beta", Map.of("value", true, "expiresAt", end.toString()))));
        clock.before(end);
        vendor.expect(license, Map.of("features", List.of("export", "beta")), "VALID");
        clock.to(end);
        assertThat(vendor.validate(license).at("/features")).hasToString("{export=true}");
        vendor.expect(license, Map.of("features", List.of("export", "beta")), "FEATURE_NOT_INCLUDED");
    }

    @Test
    void startsAndEndsWhenTheVendorSaysSo() {
        Instant start = clock.now().plus(Duration.ofDays(5));
        Instant end = start.plus(Duration.ofDays(3));
        String yearly = vendor.plan(Map.of("term", "P1Y"));
        Vendor.Issued license = vendor.issue(yearly, Map.of("startsAt", start.toString(), "expiresAt", end.toString()));
        assertThat(license.answer().text("/state")).isEqualTo("pending");
        Vendor.Issued counted = vendor.issue(yearly, Map.of("startsAt", start.toString()));
        assertThat(vendor.end(counted))
                .isEqualTo(start.atOffset(ZoneOffset.UTC).plusYears(1).toInstant());

        clock.before(start);
        vendor.expect(license, "NOT_STARTED");
        vendor.activate(license, "laptop").problem(409, "NOT_STARTED");
        clock.to(start);
        vendor.expect(license, "VALID");
        clock.to(end);
        vendor.expect(license, "EXPIRED");
        vendor.expect(counted, "VALID");
    }
}
