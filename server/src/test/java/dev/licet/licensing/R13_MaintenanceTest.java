package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A perpetual licence with a year of maintenance: what came out within the year may be used for ever, what comes later not. */
class R13_MaintenanceTest {
    private final Vendor vendor = Vendor.onMovingServer();
    private final String releases = "/v1/products/" + vendor.product + "/releases";

    @Test
    void whatWasReleasedInTimeIsIncludedForEver() {
        Vendor.Issued license = perpetual();
        release("1.0.0");
        vendor.clock.advance("P6M");
        release("2.0.0", "https://example.com/2.0.0");
        vendor.clock.advance("P7M");
        release("2.1.0");

        assertThat(vendor.license(license).at("/expiresAt")).isNull();
        vendor.expect(license, version("1.0.0"), "VALID");
        vendor.expect(license, version("2.0.0"), "VALID");
        Answer refused = vendor.validate(license, version("2.1.0"));
        assertThat(refused.text("/code")).isEqualTo("VERSION_TOO_NEW");
        assertThat(refused.text("/detail"))
                .contains("maintenance")
                .contains(until(license).toString())
                .contains("latest version that is included is 2.0.0");
        assertThat(refused.object("/upgrade"))
                .containsEntry("version", "2.0.0")
                .containsEntry("guide", "https://example.com/2.0.0");

        vendor.clock.advance("P30Y");
        vendor.expect(license, version("2.0.0"), "VALID");
        vendor.expect(license, version("2.1.0"), "VERSION_TOO_NEW");
    }

    @Test
    void aVersionThatIsNotOnRecordIsJudgedByWhatItSaysElseByTheOneBelow() {
        Vendor.Issued license = perpetual();
        release("2.0.0");
        vendor.clock.advance("P2Y");
        release("3.0.0");
        Instant end = until(license);

        vendor.expect(license, version("2.0.7"), "VALID");
        vendor.expect(license, version("3.0.1"), "VERSION_TOO_NEW");
        vendor.expect(license, Map.of("version", "2.0.7", "releasedAt", end.toString()), "VERSION_TOO_NEW");
        vendor.expect(
                license,
                Map.of("version", "3.0.1", "releasedAt", end.minusSeconds(1).toString()),
                "VALID");
        vendor.expect(license, Map.of("releasedAt", end.toString()), "VERSION_TOO_NEW");
        vendor.expect(
                license,
                Map.of("version", "3", "releasedAt", end.minusSeconds(1).toString()),
                "VERSION_TOO_NEW");
    }

    @Test
    void itIsWarnedOfRenewedAndOnRecord() {
        Vendor.Issued license = perpetual();
        Instant end = until(license);
        vendor.clock.to(end.minus(Duration.ofDays(5)));
        Answer warned = vendor.validate(license);
        assertThat(warned.at("/warnings/0/code")).isEqualTo("MAINTENANCE_ENDS_SOON");
        assertThat(warned.at("/warnings/0/daysLeft")).hasToString("5");

        Answer renewed =
                vendor.api.post(Vendor.path(license, "/maintenance"), Map.of()).expect(201);
        assertThat(Instant.parse(renewed.text("/maintenanceUntil"))).isEqualTo(year(end));
        assertThat(vendor.validate(license).list("/warnings")).isEmpty();
        vendor.clock.to(end.plus(Duration.ofDays(100)));
        release("4.0.0");
        vendor.expect(license, version("4.0.0"), "VALID");

        Answer longer = vendor.api
                .post(Vendor.path(license, "/maintenance"), Map.of("term", "P1M"))
                .expect(201);
        assertThat(Instant.parse(longer.text("/maintenanceUntil"))).isAfter(year(end));
        Answer set = vendor.api
                .post(Vendor.path(license, "/maintenance"), Map.of("until", end.toString()))
                .expect(201);
        assertThat(Instant.parse(set.text("/maintenanceUntil"))).isEqualTo(end);
        vendor.expect(license, version("4.0.0"), "VERSION_TOO_NEW");
        vendor.api.delete(Vendor.path(license, "/maintenance")).expect(200);
        assertThat(vendor.history(license))
                .startsWith(
                        "license.maintenance_changed",
                        "license.maintenance_changed",
                        "license.maintenance_renewed",
                        "license.maintenance_renewed");
        assertThat(then(license, end.plus(Duration.ofDays(99)), "4.0.0"))
                .as("not released then, and not on record")
                .isEqualTo("VALID");
    }

    @Test
    void whatIsNoRenewalIsRefused() {
        Vendor.Issued always = vendor.issue(vendor.plan("always", Map.of()));
        vendor.api.post(Vendor.path(always, "/maintenance"), Map.of()).problem(409, "NOT_RENEWABLE");
        vendor.api
                .post(Vendor.path(always, "/maintenance"), Map.of("term", "P1Y"))
                .problem(409, "NOT_RENEWABLE");
        Vendor.Issued license = perpetual();
        vendor.api
                .post(Vendor.path(license, "/maintenance"), Map.of("term", "PT0S"))
                .invalid("/term");
        vendor.api
                .post(Vendor.path(license, "/maintenance"), Map.of("term", "P1Y", "until", "2030-01-01T00:00:00Z"))
                .invalid("/until");
        vendor.put(license, "revocation", Map.of("reason", "r")).expect(200);
        vendor.api.post(Vendor.path(license, "/maintenance"), Map.of()).problem(409, "LICENSE_REVOKED");
    }

    @Test
    void aRenewalOfTheTermRenewsTheMaintenanceAndAnotherPlanBeginsItAnew() {
        Vendor.Issued yearly =
                vendor.issue(vendor.plan("yearly", Map.of("term", "P1Y", "maintenance", "P1Y", "onExpiry", "keep")));
        Instant end = vendor.end(yearly);
        vendor.renew(yearly, Map.of()).expect(201);
        assertThat(until(yearly)).isEqualTo(vendor.end(yearly)).isEqualTo(year(end));

        Vendor.Issued lapsed = perpetual();
        vendor.clock.advance("P3Y");
        String other = vendor.plan("other", Map.of("maintenance", "P6M"));
        vendor.put(lapsed, "plan", Map.of("plan", other)).expect(200);
        assertThat(until(lapsed)).isAfter(vendor.clock.now());
        vendor.put(lapsed, "plan", Map.of("plan", vendor.plan("free", Map.of())))
                .expect(200);
        assertThat(vendor.license(lapsed).at("/maintenanceUntil")).isNull();
    }

    @Test
    void theTokenCarriesTheEndForProgramsWithoutANetwork() {
        Vendor.Issued license = perpetual();
        var token = Verified.token(vendor, vendor.validate(license).text("/token"));
        assertThat(token.term().maintenanceUntil()).isEqualTo(until(license));
    }

    @Test
    void activationsObeyItToo() {
        Vendor.Issued license = vendor.issue(vendor.plan("bound", Map.of("maintenance", "P1Y", "devices", 1)));
        vendor.clock.advance("P2Y");
        release("5.0.0");
        Map<String, Object> body = Map.of("key", license.key(), "device", Vendor.device("a"), "version", "5.0.0");
        vendor.program.post("/v1/activations", body).problem(409, "VERSION_TOO_NEW");
    }

    private Vendor.Issued perpetual() {
        return vendor.issue(vendor.plan("perpetual", Map.of("maintenance", "P1Y")));
    }

    private void release(String version) {
        vendor.api.post(releases, Map.of("version", version)).expect(201);
    }

    private void release(String version, String url) {
        vendor.api.post(releases, Map.of("version", version, "upgradeUrl", url)).expect(201);
    }

    private Instant until(Vendor.Issued license) {
        return Instant.parse(vendor.license(license).text("/maintenanceUntil"));
    }

    private String then(Vendor.Issued license, Instant at, String version) {
        return vendor.api
                .get(Vendor.path(license, "/decision?version=" + version + "&at=" + at))
                .expect(200)
                .text("/code");
    }

    private static Instant year(Instant instant) {
        return dev.licet.core.time.Span.parse("P1Y").addTo(instant);
    }

    private static Map<String, Object> version(String version) {
        return Map.of("version", version);
    }
}
