package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices that take places in a licence, keep them and lose them. */
class DeviceTest {
    private static final Map<String, String> PARTS = Map.of("cpu", "c1", "disk", "d1", "board", "b1", "mac", "m1");

    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;

    private static Map<String, Object> on(String fingerprint) {
        return Map.of("device", Vendor.device(fingerprint));
    }

    @Test
    void R11_aLicenseBoundToADeviceRefusesAnother() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1)));
        vendor.expect(license, "DEVICE_REQUIRED");
        vendor.activated(license, "laptop");
        vendor.expect(license, on("laptop"), "VALID");
        vendor.expect(license, on("desktop"), "DEVICE_NOT_ACTIVATED");
    }

    @Test
    void R5_theNextDeviceIsRefusedAndThePlaceIsBackAfterARelease() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 2)));
        String laptop = vendor.activated(license, "laptop");
        vendor.activated(license, "desktop");
        Answer full = vendor.activate(license, "tablet").problem(409, "DEVICE_LIMIT_REACHED");
        assertThat(full.at("/limit")).hasToString("2");
        assertThat(full.list("/devices")).extracting("fingerprint").containsExactly("laptop", "desktop");

        vendor.deactivate(license, laptop).expect(204);
        vendor.activated(license, "tablet");
        vendor.activate(license, "laptop").problem(409, "DEVICE_LIMIT_REACHED");
        vendor.expect(license, on("laptop"), "DEVICE_NOT_ACTIVATED");
    }

    @Test
    void R5_activatingAgainTakesNoSecondPlace() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1)));
        String id = vendor.activated(license, "laptop");
        Answer again = vendor.activate(license, Map.of("fingerprint", "laptop", "name", "Ada's laptop"))
                .expect(200);
        assertThat(again.text("/device/id")).isEqualTo(id);
        assertThat(again.text("/device/name")).isEqualTo("Ada's laptop");
        assertThat(vendor.history(license)).containsExactly("device.activated", "license.issued");
    }

    @ParameterizedTest
    @CsvSource({"none, 4", "1.25x, 5", "1.5x, 6", "2x, 8"})
    void R5_overageLetsSoManyMoreIn(String overage, int places) {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 4, "overage", overage)));
        for (int i = 0; i < places; i++) {
            vendor.activated(license, "d" + i);
        }
        vendor.activate(license, "one-too-many").problem(409, "DEVICE_LIMIT_REACHED");
        assertThat(vendor.validate(license, "d0").list("/warnings")).hasSize(places > 4 ? 1 : 0);
    }

    @Test
    void R5_whenTheLimitIsLoweredTheOldestGoOn() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 3)));
        vendor.activated(license, "first");
        vendor.activated(license, "second");
        String third = vendor.activated(license, "third");
        vendor.override(license, Map.of("devices", 2));
        vendor.expect(license, on("first"), "VALID");
        vendor.expect(license, on("second"), "VALID");
        vendor.expect(license, on("third"), "TOO_MANY_DEVICES");
        vendor.beat(license, third).problem(409, "TOO_MANY_DEVICES");
        vendor.activate(license, "third").problem(409, "DEVICE_LIMIT_REACHED");
        vendor.override(license, Map.of("devices", 3));
        vendor.expect(license, on("third"), "VALID");
    }

    @Test
    void R36_aProgramFreesItsPlaceWhenItIsUninstalled() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1)));
        String device = vendor.activated(license, "laptop");
        vendor.deactivate(license, device).expect(204);
        vendor.deactivate(license, device).problem(404, "NOT_FOUND");
        vendor.expect(license, on("laptop"), "DEVICE_NOT_ACTIVATED");
        vendor.beat(license, device).problem(409, "DEVICE_NOT_ACTIVATED");
        assertThat(vendor.history(license)).startsWith("device.released", "device.activated");
        Answer gone =
                vendor.api.get(Vendor.path(license, "/devices?active=false")).expect(200);
        assertThat(gone.text("/data/0/releaseReason")).isEqualTo("deactivated");
        Answer event = vendor.api.get(Vendor.path(license, "/history?limit=1"));
        assertThat(event.text("/data/0/actor")).isEqualTo("license:" + license.id());
    }

    @Test
    void onlyTheLicensesOwnKeyOrStaffMayFreeADevice() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1)));
        Vendor.Issued other = vendor.issue(vendor.plan("other", Map.of("devices", 1)));
        String device = vendor.activated(license, "laptop");
        String path = "/v1/activations/" + device;
        vendor.program.delete(path).problem(401, "UNAUTHORIZED");
        vendor.program.withLicense("nonsense").delete(path).problem(401, "UNAUTHORIZED");
        vendor.deactivate(other, device).problem(404, "NOT_FOUND");
        vendor.beat(other, device).problem(404, "NOT_FOUND");
        Answer reader = vendor.api
                .post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("licenses:read")))
                .expect(201);
        vendor.program.withApiKey(reader.text("/key")).delete(path).problem(403, "FORBIDDEN");
        vendor.api.delete(path).expect(204);
    }

    @Test
    void R38_aUserFreesDevicesAsOftenAsThePolicyAllows() {
        Vendor.Issued license = vendor.issue(
                vendor.plan(Map.of("devices", 1, "unbindsPerPeriod", Map.of("limit", 2, "period", "P30D"))));
        for (int i = 0; i < 2; i++) {
            vendor.deactivate(license, vendor.activated(license, "device-" + i)).expect(204);
        }
        String third = vendor.activated(license, "device-3");
        Answer refused = vendor.deactivate(license, third).problem(409, "UNBIND_LIMIT_REACHED");
        assertThat(refused.at("/limit")).hasToString("2");
        vendor.expect(license, on("device-3"), "VALID");

        vendor.api.delete("/v1/activations/" + third).expect(204);
        String fourth = vendor.activated(license, "device-4");
        vendor.deactivate(license, fourth).problem(409, "UNBIND_LIMIT_REACHED");
        clock.advance("P31D");
        vendor.deactivate(license, fourth).expect(204);
    }

    @Test
    void aDeviceThatMissesItsHeartbeatLosesItsPlace() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1, "heartbeat", "PT10M")));
        String laptop = vendor.activated(license, "laptop");
        clock.advance("PT9M");
        Answer beat = vendor.beat(license, laptop).expect(200);
        assertThat(Instant.parse(beat.text("/nextHeartbeat")))
                .isAfter(clock.now().plusSeconds(590));
        clock.advance("PT9M");
        vendor.expect(license, on("laptop"), "VALID");
        vendor.activate(license, "desktop").problem(409, "DEVICE_LIMIT_REACHED");

        clock.advance("PT2M");
        vendor.expect(license, on("laptop"), "DEVICE_NOT_ACTIVATED");
        vendor.beat(license, laptop).problem(409, "DEVICE_NOT_ACTIVATED");
        assertThat(vendor.history(license)).startsWith("device.released");
        vendor.activated(license, "desktop");
        vendor.activate(license, "laptop").problem(409, "DEVICE_LIMIT_REACHED");
    }

    @Test
    void aDeviceThatMayKeepItsPlaceIsRefusedUntilItReports() {
        Vendor.Issued license =
                vendor.issue(vendor.plan(Map.of("devices", 1, "heartbeat", "PT10M", "onMissedHeartbeat", "keep")));
        String laptop = vendor.activated(license, "laptop");
        clock.advance("PT11M");
        vendor.expect(license, on("laptop"), "HEARTBEAT_MISSED");
        vendor.activate(license, "desktop").problem(409, "DEVICE_LIMIT_REACHED");
        vendor.beat(license, laptop).expect(200);
        vendor.expect(license, on("laptop"), "VALID");
    }

    @Test
    void anotherHeartbeatCountsFromTheMomentItIsAgreedOn() {
        vendor.plan("strict", Map.of("devices", 1, "heartbeat", "PT10M"));
        vendor.plan("lenient", Map.of("devices", 1, "heartbeat", "P1D"));
        Vendor.Issued license = vendor.issue(vendor.plan("easy", Map.of("devices", 1)));
        String laptop = vendor.activated(license, "laptop");
        clock.advance("P100D");

        vendor.put(license, "plan", Map.of("plan", "strict")).expect(200);
        clock.advance("PT9M");
        vendor.expect(license, on("laptop"), "VALID");
        vendor.beat(license, laptop).expect(200);
        vendor.put(license, "plan", Map.of("plan", "lenient")).expect(200);
        clock.advance("PT23H");
        vendor.expect(license, on("laptop"), "VALID");
        vendor.override(license, Map.of("onMissedHeartbeat", "keep"));
        clock.advance("P2D");
        vendor.expect(license, on("laptop"), "HEARTBEAT_MISSED");
        vendor.beat(license, laptop).expect(200);
        vendor.put(license, "plan", Map.of("plan", "easy")).expect(200);
        clock.advance("P100D");
        vendor.expect(license, on("laptop"), "VALID");
    }

    @Test
    void aHeartbeatBeginsATermThatOnlyWaitedForADevice() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P7D", "starts", "firstValidation")));
        String laptop = vendor.activated(license, "laptop");
        assertThat(vendor.license(license).text("/state")).isEqualTo("pending");
        vendor.override(license, Map.of("starts", "firstActivation"));
        Answer beat = vendor.beat(license, laptop).expect(200);
        assertThat(Instant.parse(beat.text("/license/expiresAt"))).isEqualTo(vendor.end(license));
        assertThat(Verified.token(vendor, beat.text("/token")).term().expiresAt())
                .isEqualTo(vendor.end(license));
    }

    @ParameterizedTest
    @CsvSource({
        "any,  'cpu',                 VALID",
        "any,  '',                    DEVICE_MISMATCH",
        "two,  'cpu,disk',            VALID",
        "two,  'cpu',                 DEVICE_MISMATCH",
        "most, 'cpu,board',           VALID",
        "most, 'cpu,disk',            DEVICE_MISMATCH",
        "all,  'cpu,disk,board,mac',  VALID",
        "all,  'cpu,disk,board',      DEVICE_MISMATCH"
    })
    void R11_aDeviceMayChangeAsMuchAsThePolicySays(String match, String same, String code) {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1, "deviceMatch", match)));
        vendor.activate(license, Vendor.device("laptop", PARTS)).expect(201);
        Map<String, Object> now = Map.of("device", Vendor.device("laptop", changed(same)));
        vendor.expect(license, now, code);
        Answer again = vendor.activate(license, Vendor.device("laptop", changed(same)));
        if (code.equals("VALID")) {
            again.expect(200);
        } else {
            again.problem(409, "DEVICE_MISMATCH");
        }
    }

    private static Map<String, String> changed(String same) {
        List<String> kept = List.of(same.split(",", -1));
        Map<String, String> now = new java.util.HashMap<>(PARTS);
        now.replaceAll((part, hash) -> kept.contains(part) ? hash : "other");
        return now;
    }

    @Test
    void R11_aDeviceIsKnownByItsPartsUnderANewFingerprint() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1)));
        String id = vendor.activate(license, Vendor.device("old-disk", PARTS))
                .expect(201)
                .text("/device/id");
        Map<String, Object> renewed = Vendor.device("new-disk", changed("cpu,board,mac"));
        vendor.expect(license, Map.of("device", renewed), "VALID");
        Answer again = vendor.activate(license, renewed).expect(200);
        assertThat(again.text("/device/id")).isEqualTo(id);
        assertThat(again.text("/device/fingerprint")).isEqualTo("new-disk");
        assertThat(vendor.history(license)).startsWith("device.changed", "device.activated");
    }

    @Test
    void aFreedDeviceIsNotKeptAliveByOneThatIsLikeIt() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 2, "deviceMatch", "all")));
        String first = vendor.activate(license, Vendor.device("one", PARTS))
                .expect(201)
                .text("/device/id");
        vendor.deactivate(license, first).expect(204);
        String twin = vendor.activate(license, Vendor.device("two", PARTS))
                .expect(201)
                .text("/device/id");
        assertThat(twin).isNotEqualTo(first);
        vendor.beat(license, first).problem(409, "DEVICE_NOT_ACTIVATED");
        vendor.beat(license, twin).expect(200);
    }

    @Test
    void R59_aHeartbeatFromABlockedVersionIsRefusedWithTheWayOut() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 1)));
        String device = vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "device", Vendor.device("laptop"), "version", "2.3.1"))
                .expect(201)
                .text("/device/id");
        vendor.override(
                license,
                Map.of(
                        "versions",
                        Map.of("blocked", List.of("2.3.0 - 2.3.4"), "upgradeTo", "2.3.5", "message", "Hole")));
        Answer refused = vendor.beat(license, device).problem(409, "VERSION_BLOCKED");
        assertThat(refused.at("/upgrade")).hasToString("{version=2.3.5, message=Hole}");
        vendor.program
                .withLicense(license.key())
                .post("/v1/activations/" + device + "/heartbeat", Map.of("version", "2.3.5"))
                .expect(200);
        vendor.beat(license, device).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"license, 201, 201, 201", "plan,    409, 201, 201", "product, 409, 409, 201", "vendor,  409, 409, 409"})
    void aDeviceIsActiveOnceWithinWhatThePolicySays(String unique, int samePlan, int sameProduct, int elsewhere) {
        Map<String, Object> policy = Map.of("devices", 2, "deviceUnique", unique);
        String plan = vendor.plan("one", policy);
        Vendor.Issued first = vendor.issue(plan);
        String laptop = Vendor.unique("laptop-");
        String device = vendor.activated(first, laptop);
        Vendor other = Vendor.onMovingServer();
        Vendor.Issued second = vendor.issue(plan);

        vendor.activate(second, laptop).expect(samePlan);
        vendor.activate(vendor.issue(vendor.plan("two", policy)), laptop).expect(sameProduct);
        vendor.activate(other.issue(other.plan("three", policy)), laptop).expect(elsewhere);
        vendor.activate(first, laptop).expect(200);
        if (samePlan == 409) {
            vendor.activate(second, laptop).problem(409, "DEVICE_IN_USE");
            vendor.deactivate(first, device).expect(204);
            vendor.activated(second, laptop);
        }
    }
}
