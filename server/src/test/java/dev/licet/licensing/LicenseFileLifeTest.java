package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.file.LicenseFile;
import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets a licence file, and for how long. */
class LicenseFileLifeTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final Papers papers = new Papers(vendor);

    @Test
    void aFileIsGoodForAsLongAsAToken() {
        var license = vendor.issue(vendor.plan(Map.of("offlineTtl", "P3D")));
        Answer answer = papers.file(license, Map.of()).expect(201);
        LicenseFile file = papers.carried(answer);
        assertThat(file.grant().license()).isEqualTo(license.id());
        assertThat(file.grant().product()).isEqualTo(vendor.product);
        assertThat(lasts(answer)).isBetween(Duration.ofDays(3).minusSeconds(2), Duration.ofDays(3));
        assertThat(answer.text("/id"))
                .startsWith("file_")
                .isEqualTo(file.grant().id());
    }

    @Test
    void lessMayBeAskedForAndNotMore() {
        var license = vendor.issue(vendor.plan(Map.of("offlineTtl", "P3D")));
        assertThat(lasts(papers.file(license, Map.of("ttl", "PT1H")).expect(201)))
                .isLessThanOrEqualTo(Duration.ofHours(1));
        papers.file(license, Map.of("ttl", "P4D")).invalid("/ttl");
        papers.file(license, Map.of("ttl", "PT0S")).invalid("/ttl");
    }

    @Test
    void aFileEndsWithTheLicenceAndItsGrace() {
        var license = vendor.issue(vendor.plan(Map.of("term", "P2D", "grace", "P1D", "offlineTtl", "P30D")));
        Answer answer = papers.file(license, Map.of()).expect(201);
        Instant end = vendor.end(license).plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(answer.text("/expiresAt")).isEqualTo(end.toString());
    }

    @Test
    void aFileForADeviceMayLastAsLongAsAnAirGap() {
        var license = vendor.issue(vendor.plan(
                Map.of("offlineTtl", "P3D", "airGapTtl", "P1Y", "checkIn", "P30D", "devices", 1, "term", "P2Y")));
        vendor.activate(license, Vendor.device("f1", Papers.PARTS)).expect(201);
        Answer answer = papers.file(license, Map.of("device", Vendor.device("f1", Papers.PARTS)))
                .expect(201);
        assertThat(lasts(answer)).isGreaterThan(Duration.ofDays(364));
        assertThat(papers.carried(answer).grant().policy().checkIn()).isNull();
    }

    @Test
    void theAirGapIsForDevicesOnly() {
        var license = vendor.issue(vendor.plan(Map.of("offlineTtl", "P3D", "airGapTtl", "P1Y")));
        papers.file(license, Map.of("ttl", "P4D")).invalid("/ttl");
        assertThat(lasts(papers.file(license, Map.of("ttl", "P4D", "device", Vendor.device("f1")))
                        .expect(201)))
                .isGreaterThan(Duration.ofDays(3));
    }

    @Test
    void whoMayNotRunGetsNone() {
        String plan = vendor.plan(Map.of("devices", 1, "users", 1));
        var license = vendor.issue(plan, Map.of("users", List.of("ada@example.com")));
        Map<String, Object> good = Map.of("device", Vendor.device("f1"), "user", "ada@example.com");
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "device", Vendor.device("f1"), "user", "ada@example.com"))
                .expect(201);
        papers.file(license, good).expect(201);
        papers.file(license, Map.of("device", Vendor.device("f1"))).problem(409, "USER_REQUIRED");
        papers.file(license, Map.of("device", Vendor.device("f1"), "user", "bob@example.com"))
                .problem(409, "USER_NOT_ASSIGNED");
        papers.file(license, Map.of("user", "ada@example.com")).problem(409, "DEVICE_REQUIRED");
        papers.file(license, Map.of("device", Vendor.device("f2"), "user", "ada@example.com"))
                .problem(409, "DEVICE_NOT_ACTIVATED");
        papers.file(license, Map.of("product", "another", "device", Vendor.device("f1"), "user", "ada@example.com"))
                .problem(409, "PRODUCT_MISMATCH");
        vendor.put(license, "suspension", Map.of("reason", "r")).expect(200);
        papers.file(license, good).problem(409, "SUSPENDED");
        vendor.put(license, "revocation", Map.of("reason", "r")).expect(200);
        papers.file(license, good).problem(409, "REVOKED");
    }

    @Test
    void nobodyGetsOneWithoutTheKey() {
        vendor.program.post("/v1/files", Map.of()).invalid("/key");
        vendor.program
                .post("/v1/files", Map.of("key", "0000000-0000000-0000000-0000000"))
                .problem(404, "NOT_FOUND");
    }

    @Test
    void staffGiveOneOutWithoutTheKey() {
        var license = vendor.issue(vendor.plan(Map.of()));
        Answer answer = vendor.api
                .post(Vendor.path(license, "/files"), Map.of("user", "ada@example.com", "encrypt", true))
                .expect(201);
        assertThat(papers.carried(answer, license, "f1").grant().user()).isEqualTo("ada@example.com");
        vendor.api.post(Vendor.path(license, "/files"), Map.of("key", "x")).invalid("/key");
        vendor.program.post(Vendor.path(license, "/files"), Map.of()).problem(401, "UNAUTHORIZED");
    }

    @Test
    void theFileAloneIsTheAnswerForWhoeverWantsText() {
        var license = vendor.issue(vendor.plan(Map.of()));
        Answer answer = vendor.program
                .with("Accept", "text/plain")
                .post("/v1/files", Map.of("key", license.key()))
                .expect(201);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(papers.verifier("EdDSA").verify(answer.body()).grant().license())
                .isEqualTo(license.id());
    }

    @Test
    void aFileBeginsATermThatWaitedForUse() {
        var license = vendor.issue(vendor.plan(Map.of("term", "P1Y", "starts", "firstValidation")));
        assertThat(vendor.license(license).at("/expiresAt")).isNull();
        Answer answer = papers.file(license, Map.of()).expect(201);
        assertThat(papers.carried(answer).grant().term().expiresAt()).isEqualTo(vendor.end(license));
        assertThat(vendor.history(license)).contains("license.started", "file.issued");
    }

    @Test
    void unknownAlgorithmsAreRefused() {
        var license = vendor.issue(vendor.plan(Map.of()));
        papers.file(license, Map.of("algorithms", List.of("ML-DSA-65"))).invalid("/algorithms");
        papers.file(license, Map.of("algorithms", List.of())).invalid("/algorithms");
        papers.file(license, Map.of("algorithms", List.of("none"))).invalid("/algorithms");
    }

    private static Duration lasts(Answer answer) {
        return Duration.between(Instant.parse(answer.text("/issuedAt")), Instant.parse(answer.text("/expiresAt")));
    }
}
