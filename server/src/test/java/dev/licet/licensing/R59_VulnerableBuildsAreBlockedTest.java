package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A vulnerable build of a product is stopped for all its licences, whatever their plans say, and users are told the way out. */
class R59_VulnerableBuildsAreBlockedTest {
    private static final Map<String, Object> BLOCK = Map.of(
            "versions", List.of("2.3.0 - 2.3.4", "2.4.0"),
            "reason", "It leaks the master password.",
            "upgradeTo", "2.4.1",
            "message", "Update now, it takes a minute.",
            "guide", "https://example.com/advisories/1");

    private final Vendor vendor = Vendor.onMovingServer();
    private final String blocks = "/v1/products/" + vendor.product + "/blocks";

    @Test
    void theNextValidationOfEveryLicenceIsRefusedWithTheWayOut() {
        Vendor.Issued perpetual = vendor.issue(vendor.plan("free", Map.of()));
        Vendor.Issued yearly =
                vendor.issue(vendor.plan("pro", Map.of("term", "P1Y", "versions", Map.of("min", "2.0.0"))));
        vendor.expect(perpetual, version("2.3.1"), "VALID");

        Answer block = vendor.api.put(blocks + "/CVE-2027-1", BLOCK).expect(201);
        assertThat(block.at("/inForce")).isEqualTo(true);

        for (Vendor.Issued license : List.of(perpetual, yearly)) {
            vendor.expect(license, version("2.2.9"), "VALID");
            vendor.expect(license, version("2.3.5"), "VALID");
            vendor.expect(license, version("2.4"), "VERSION_BLOCKED");
            Answer refused = vendor.validate(license, version("2.3.4"));
            assertThat(refused.text("/code")).isEqualTo("VERSION_BLOCKED");
            assertThat(refused.text("/detail")).contains("2.3.4", "leaks the master password");
            assertThat(refused.object("/upgrade"))
                    .containsEntry("version", "2.4.1")
                    .containsEntry("message", "Update now, it takes a minute.")
                    .containsEntry("guide", "https://example.com/advisories/1");
        }
    }

    @Test
    void activationsAndHeartbeatsAreRefusedToo() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 2)));
        Map<String, Object> request = Map.of("key", license.key(), "device", Vendor.device("a"), "version", "2.3.1");
        String device =
                vendor.program.post("/v1/activations", request).expect(201).text("/device/id");
        vendor.api.put(blocks + "/CVE-2027-2", BLOCK).expect(201);

        Answer activation = vendor.program.post("/v1/activations", request).problem(409, "VERSION_BLOCKED");
        assertThat(activation.at("/upgrade/guide")).isEqualTo("https://example.com/advisories/1");
        vendor.beat(license, device).problem(409, "VERSION_BLOCKED");
        vendor.program
                .withLicense(license.key())
                .post("/v1/activations/" + device + "/heartbeat", version("2.4.1"))
                .expect(200);
    }

    @Test
    void aBlockTakesEffectAtItsInstantAndIsToldOfOnce() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        Instant from = vendor.clock.now().plus(Duration.ofDays(3));
        Answer block = vendor.api
                .put(blocks + "/later", with("effectiveAt", from.toString()))
                .expect(201);
        assertThat(block.at("/inForce")).isEqualTo(false);
        vendor.expect(license, version("2.3.1"), "VALID");

        vendor.clock.before(from);
        vendor.expect(license, version("2.3.1"), "VALID");
        vendor.clock.to(from);
        vendor.expect(license, version("2.3.1"), "VERSION_BLOCKED");
        vendor.clock.advance("P1D");

        assertThat(events(block.text("/id"))).containsExactly("version_block.in_force", "version_block.set");
    }

    @Test
    void aBlockIsLiftedAndSetAgain() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        Answer first = vendor.api.put(blocks + "/again", BLOCK).expect(201);
        Answer same = vendor.api.put(blocks + "/again", BLOCK).expect(200);
        assertThat(same.text("/id")).isEqualTo(first.text("/id"));
        Answer narrower = vendor.api
                .put(blocks + "/again", with("versions", List.of("2.3.0")))
                .expect(200);
        assertThat(narrower.text("/id")).isEqualTo(first.text("/id"));
        vendor.expect(license, version("2.3.1"), "VALID");
        vendor.expect(license, version("2.3.0"), "VERSION_BLOCKED");

        vendor.api.delete(blocks + "/again").expect(204);
        vendor.expect(license, version("2.3.0"), "VALID");
        vendor.api.get(blocks + "/again").problem(404, "NOT_FOUND");
        vendor.api.delete(blocks + "/again").problem(404, "NOT_FOUND");
        assertThat(events(first.text("/id")))
                .containsExactly(
                        "version_block.lifted", "version_block.changed", "version_block.in_force", "version_block.set");

        Answer second = vendor.api.put(blocks + "/again", BLOCK).expect(201);
        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
        vendor.expect(license, version("2.3.0"), "VERSION_BLOCKED");
    }

    @Test
    void whatAppliedAtAnyMomentCanBeTold() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        Instant before = vendor.clock.now();
        vendor.clock.advance("P1D");
        vendor.api.put(blocks + "/past", BLOCK).expect(201);
        Instant blocked = vendor.clock.now();
        vendor.clock.advance("P1D");
        vendor.api.delete(blocks + "/past").expect(204);
        vendor.clock.advance("P1D");

        assertThat(then(license, before)).isEqualTo("VALID");
        assertThat(then(license, blocked)).isEqualTo("VERSION_BLOCKED");
        assertThat(then(license, vendor.clock.now())).isEqualTo("VALID");
    }

    @Test
    void aProgramTakesALaterBlockOfItsVersionAlong() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        Instant from = vendor.clock.now().plus(Duration.ofDays(3));
        vendor.api
                .put(blocks + "/offline", with("effectiveAt", from.toString()))
                .expect(201);
        var token = Verified.token(
                vendor, vendor.validate(license, version("2.3.1")).text("/token"));
        assertThat(token.releases().blocks()).hasSize(1);
        var other = Verified.token(
                vendor, vendor.validate(license, version("2.5.0")).text("/token"));
        assertThat(other.releases().isEmpty()).isTrue();
    }

    @Test
    void whatIsWrongWithABlockIsSaid() {
        vendor.api.put(blocks + "/bad", with("versions", List.of())).invalid("/versions");
        vendor.api
                .put(blocks + "/bad", with("versions", List.of("2.0", "3 - 2")))
                .invalid("/versions/1");
        vendor.api.put(blocks + "/bad", with("upgradeTo", "2.3.2")).invalid("/upgradeTo");
        vendor.api.put(blocks + "/bad", with("upgradeTo", "new")).invalid("/upgradeTo");
        vendor.api.put(blocks + "/bad", with("guide", "javascript:alert(1)")).invalid("/guide");
        vendor.api.put(blocks + "/b%20d", BLOCK).invalid("name");
        vendor.api.put("/v1/products/nothing/blocks/x", BLOCK).problem(404, "NOT_FOUND");
    }

    private String then(Vendor.Issued license, Instant at) {
        return vendor.api
                .get(Vendor.path(license, "/decision?version=2.3.1&at=" + at))
                .expect(200)
                .text("/code");
    }

    private List<String> events(String subject) {
        return vendor.api.get("/v1/events?subject=" + subject).expect(200).list("/data").stream()
                .map(event -> String.valueOf(((Map<?, ?>) event).get("type")))
                .toList();
    }

    private static Map<String, Object> version(String version) {
        return Map.of("version", version);
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> block = new HashMap<>(BLOCK);
        block.put(name, value);
        return block;
    }
}
