package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R44: each reason to refuse has a stable code, reached over HTTP, in the order of the contract. */
class CodesTest {
    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;

    @Test
    void R44_eachReasonHidesThoseThatComeAfterIt() {
        vendor.feature("export", "switch");
        Vendor.Issued license = vendor.issue(vendor.plan(
                "pro",
                Map.of(
                        "term",
                        "P30D",
                        "devices",
                        1,
                        "users",
                        1,
                        "checkIn",
                        "P90D",
                        "versions",
                        Map.of("min", "2.0", "max", "3.0", "blocked", List.of("2.3"))),
                Map.of("export", false)));
        Map<String, Object> wrong = Map.of("product", "another", "version", "2.3", "features", List.of("export"));

        vendor.put(license, "suspension", Map.of()).expect(200);
        vendor.expect(license, wrong, "SUSPENDED");
        vendor.api.delete(Vendor.path(license, "/suspension")).expect(200);
        vendor.expect(license, wrong, "PRODUCT_MISMATCH");
        vendor.expect(license, Map.of("version", "2.3"), "VERSION_BLOCKED");
        vendor.expect(license, Map.of("version", "1.9"), "VERSION_TOO_OLD");
        vendor.expect(license, Map.of("version", "3.0.1"), "VERSION_TOO_NEW");
        vendor.expect(license, Map.of("version", "2.4"), "USER_REQUIRED");
        vendor.expect(license, Map.of("user", "ada@example.com"), "USER_NOT_ASSIGNED");
        vendor.put(license, "users/ada@example.com", Map.of()).expect(200);
        vendor.expect(license, Map.of("user", "ada@example.com"), "DEVICE_REQUIRED");
        Map<String, Object> ada =
                Map.of("user", "ada@example.com", "device", Vendor.device("laptop"), "features", List.of("export"));
        vendor.expect(license, ada, "DEVICE_NOT_ACTIVATED");
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "user", "ada@example.com", "device", Vendor.device("laptop")))
                .expect(201);
        vendor.expect(license, ada, "FEATURE_NOT_INCLUDED");
        clock.advance("P60D");
        vendor.expect(license, wrong, "PRODUCT_MISMATCH");
        vendor.expect(license, ada, "EXPIRED");
        vendor.put(license, "revocation", Map.of()).expect(200);
        vendor.expect(license, ada, "REVOKED");
    }

    @Test
    void R44_anOverdueCheckInIsMendedByActivatingAgain() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1, "checkIn", "P30D")));
        Map<String, Object> laptop = Map.of("device", Vendor.device("laptop"));
        vendor.activated(license, "laptop");
        clock.advance("P20D");
        vendor.expect(license, laptop, "VALID");
        clock.advance("P20D");
        vendor.expect(license, laptop, "VALID");
        clock.advance("P30D");
        vendor.expect(license, laptop, "CHECK_IN_OVERDUE");
        vendor.activate(license, "laptop").expect(200);
        vendor.expect(license, laptop, "VALID");
    }

    @Test
    void R44_aHeartbeatMendsAnOverdueCheckInToo() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1, "checkIn", "P30D")));
        String device = vendor.activated(license, "laptop");
        clock.advance("P40D");
        vendor.expect(license, Map.of("device", Vendor.device("laptop")), "CHECK_IN_OVERDUE");
        vendor.beat(license, device).expect(200);
        vendor.expect(license, Map.of("device", Vendor.device("laptop")), "VALID");
    }

    @ParameterizedTest
    @CsvSource({
        "2.3.0,  VERSION_BLOCKED",
        "2.3.4,  VERSION_BLOCKED",
        "2.3.5,  VALID",
        "2.2.9,  VALID",
        "1.9.9,  VERSION_TOO_OLD",
        "4.0.1,  VERSION_TOO_NEW"
    })
    void R59_aVulnerableBuildIsBlockedWithAMessageAndTheVersionToTake(String version, String code) {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of(
                "versions",
                Map.of(
                        "min", "2.0.0",
                        "max", "4.0.0",
                        "blocked", List.of("2.3.0 - 2.3.4"),
                        "upgradeTo", "2.3.5",
                        "message", "2.3.0 to 2.3.4 leak notes."))));
        Answer answer = vendor.validate(license, Map.of("version", version));
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.at("/upgrade"))
                .isEqualTo(
                        code.equals("VALID")
                                ? null
                                : Map.of("version", "2.3.5", "message", "2.3.0 to 2.3.4 leak notes."));
        Answer activation = vendor.program.post(
                "/v1/activations", Map.of("key", license.key(), "device", Vendor.device("laptop"), "version", version));
        if (!code.equals("VALID")) {
            assertThat(activation.problem(409, code).text("/upgrade/version")).isEqualTo("2.3.5");
        }
    }

    @Test
    void R44_anUnknownKeyIsAnAnswerToAValidationAndAnErrorToAnActivation() {
        String unknown = "ZZZZZZZ-ZZZZZZZ-ZZZZZZZ-ZZZZZZZ";
        Answer answer = vendor.program
                .post("/v1/licenses/validate", Map.of("key", unknown))
                .expect(200);
        assertThat(answer.text("/code")).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/valid")).isEqualTo(false);
        assertThat(answer.at("/license")).isNull();
        vendor.program
                .post("/v1/activations", Map.of("key", unknown, "device", Vendor.device("d")))
                .problem(404, "NOT_FOUND");
        vendor.program.post("/v1/licenses/validate", Map.of()).invalid("/key");
        vendor.program.post("/v1/activations", Map.of("key", unknown)).invalid("/device");
    }

    @Test
    void R26_eachOfDeviceUserTimeAndFeatureIsJudged() {
        vendor.feature("export", "switch");
        Vendor.Issued license = vendor.issue(
                vendor.plan("pro", Map.of("term", "P10D", "devices", 1, "users", 1), Map.of("export", true)),
                Map.of("users", List.of("ada@example.com")));
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "user", "ada@example.com", "device", Vendor.device("laptop")))
                .expect(201);
        ask(license, "laptop", "ada@example.com", "export", "VALID");
        ask(license, "desktop", "ada@example.com", "export", "DEVICE_NOT_ACTIVATED");
        ask(license, "laptop", "eve@example.com", "export", "USER_NOT_ASSIGNED");
        ask(license, "laptop", "ada@example.com", "import", "FEATURE_NOT_INCLUDED");
        clock.advance("P11D");
        ask(license, "laptop", "ada@example.com", "export", "EXPIRED");
    }

    private void ask(Vendor.Issued license, String device, String user, String feature, String code) {
        vendor.expect(
                license, Map.of("device", Vendor.device(device), "user", user, "features", List.of(feature)), code);
    }

    @Test
    void R6_onePlanCarriesTimeFeaturesAndScaleAndEachIsEnforced() {
        vendor.feature("export", "switch").feature("api", "metered");
        Vendor.Issued license = vendor.issue(vendor.plan(
                "all",
                Map.of("term", "P30D", "devices", 1),
                Map.of("export", true, "api", Map.of("limit", 1000, "period", "P1M", "overage", "refuse"))));
        vendor.activated(license, "laptop");
        vendor.activate(license, "desktop").problem(409, "DEVICE_LIMIT_REACHED");
        Map<String, Object> laptop = Map.of("device", Vendor.device("laptop"), "features", List.of("export"));
        vendor.expect(license, laptop, "VALID");
        assertThat(vendor.validate(license, laptop).at("/features/api/limit")).hasToString("1000");
        vendor.expect(
                license, Map.of("device", Vendor.device("laptop"), "features", List.of("fly")), "FEATURE_NOT_INCLUDED");
        clock.advance("P31D");
        vendor.expect(license, laptop, "EXPIRED");
    }
}
