package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.file.LicenseFile;
import dev.licet.core.file.RevocationList;
import dev.licet.core.file.RevocationList.Reason;
import dev.licet.testing.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was taken back, for programs that are rarely in touch. */
class RevocationsTest {
    private final Vendor vendor = Vendor.onMovingServer();
    private final Papers papers = new Papers(vendor);
    private final String plan = vendor.plan(Map.of("term", "P30D", "grace", "P5D", "offlineTtl", "P7D"));

    private Answer get() {
        return vendor.program.get("/v1/revocations?product=" + vendor.product).expect(200);
    }

    /** As a program reads it that looks a moment later. */
    private RevocationList list() {
        vendor.clock.advance("PT2S");
        return RevocationList.verify(get().body(), papers.keys().keys(), vendor.product);
    }

    @Test
    void whatIsRevokedOrSuspendedIsOnIt() {
        var revoked = vendor.issue(plan);
        var suspended = vendor.issue(plan);
        vendor.issue(plan);
        assertThat(list().licenses()).isEmpty();
        vendor.put(revoked, "revocation", Map.of("reason", "r")).expect(200);
        vendor.put(suspended, "suspension", Map.of("reason", "r")).expect(200);
        assertThat(list().licenses()).isEqualTo(Map.of(revoked.id(), Reason.REVOKED, suspended.id(), Reason.SUSPENDED));
        vendor.api.delete(Vendor.path(suspended, "/suspension")).expect(200);
        assertThat(list().licenses()).containsOnlyKeys(revoked.id());
    }

    @Test
    void itStaysThereUntilItWouldHaveEnded() {
        var revoked = vendor.issue(plan);
        vendor.put(revoked, "revocation", Map.of("reason", "r")).expect(200);
        vendor.clock.advance("P34D");
        assertThat(list().licenses()).containsOnlyKeys(revoked.id());
        vendor.clock.advance("P2D");
        assertThat(list().licenses()).isEmpty();
    }

    @Test
    void filesThatNoLongerCountAreOnItUntilTheirEnd() {
        var license = vendor.issue(
                vendor.plan("all", Map.of("devices", 3, "users", 2, "offlineTtl", "P7D")),
                Map.of("users", List.of("ada@example.com", "bob@example.com")));
        String device = vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "device", Vendor.device("f1"), "user", "ada@example.com"))
                .expect(201)
                .text("/device/id");
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "device", Vendor.device("f2"), "user", "bob@example.com"))
                .expect(201);
        LicenseFile released = file(license, "f1", "ada@example.com");
        LicenseFile freed = file(license, "f2", "bob@example.com");
        LicenseFile leaked = file(license, "f2", "bob@example.com");
        assertThat(list().files()).isEmpty();
        vendor.deactivate(license, device).expect(204);
        vendor.api
                .put("/v1/files/" + leaked.grant().id() + "/revocation", Map.of())
                .expect(200);
        vendor.api.delete(Vendor.path(license, "/users/bob@example.com")).expect(204);
        assertThat(list().files())
                .isEqualTo(Map.of(
                        released.grant().id(),
                        Reason.DEVICE_RELEASED,
                        freed.grant().id(),
                        Reason.SEAT_FREED,
                        leaked.grant().id(),
                        Reason.REVOKED));
        assertThat(list().of(released.grant())).isEqualTo(Reason.DEVICE_RELEASED);
        vendor.clock.advance("P8D");
        assertThat(list().files()).isEmpty();
    }

    private LicenseFile file(Vendor.Issued license, String fingerprint, String user) {
        return papers.carried(papers.file(license, Map.of("device", Vendor.device(fingerprint), "user", user))
                .expect(201));
    }

    @Test
    void itIsSignedAnewOnlyWhenSomethingChangedOrItGetsOld() {
        String first = get().body();
        assertThat(get().body()).isEqualTo(first);
        vendor.clock.advance("PT1H");
        assertThat(get().body()).isEqualTo(first);
        RevocationList list = list();
        assertThat(Duration.between(list.issuedAt(), list.expiresAt())).isEqualTo(Duration.ofHours(24));
        vendor.clock.advance("PT12H");
        RevocationList renewed = list();
        assertThat(renewed.issuedAt()).isAfter(list.issuedAt());
        vendor.put(vendor.issue(plan), "revocation", Map.of("reason", "r")).expect(200);
        assertThat(list().issuedAt()).isAfter(renewed.issuedAt());
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        Answer answer = get();
        String tag = String.valueOf(answer.header("ETag"));
        vendor.program
                .with("If-None-Match", tag)
                .get("/v1/revocations?product=" + vendor.product)
                .expect(304);
        assertThat(answer.header("Content-Type")).startsWith("application/jose");
        assertThat(answer.header("Cache-Control")).contains("max-age=60");
    }

    @Test
    void eachProductHasItsOwn() {
        Vendor other = Vendor.onMovingServer();
        vendor.put(vendor.issue(plan), "revocation", Map.of("reason", "r")).expect(200);
        assertThat(list().licenses()).hasSize(1);
        assertThat(RevocationList.verify(
                                vendor.program
                                        .get("/v1/revocations?product=" + other.product)
                                        .expect(200)
                                        .body(),
                                papers.keys().keys(),
                                other.product)
                        .licenses())
                .isEmpty();
        vendor.program.get("/v1/revocations?product=nothing").problem(404, "NOT_FOUND");
        vendor.program.get("/v1/revocations").invalid("product");
    }
}
