package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.device.Device;
import dev.licet.core.token.LicenseToken;
import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One floating seat after another. */
class LeaseTest {
    private final Vendor vendor = Vendor.onMovingServer();

    private Vendor.Issued floating(Map<String, ?> policy) {
        return vendor.issue(vendor.plan(policy));
    }

    private static Instant end(Answer answer) {
        return Instant.parse(answer.text("/expiresAt"));
    }

    private static Map<String, Object> process(String name) {
        return Map.of("process", name);
    }

    @Test
    void aSeatIsAnsweredWithWhatItIsAndATokenThatEndsWithIt() {
        Vendor.Issued license = floating(Map.of("concurrent", 2, "leaseTtl", "PT5M"));
        Instant before = vendor.clock.now();
        Answer taken = vendor.take(
                        license,
                        Map.of(
                                "product",
                                vendor.product,
                                "device",
                                Map.of("fingerprint", "f1", "name", "Ada's laptop"),
                                "user",
                                "ada@example.com",
                                "process",
                                "p1",
                                "cores",
                                8))
                .expect(201);
        assertThat(taken.text("/lease/id")).startsWith("lease_");
        assertThat(taken.text("/lease/device")).isEqualTo("f1");
        assertThat(taken.text("/lease/deviceName")).isEqualTo("Ada's laptop");
        assertThat(taken.text("/lease/user")).isEqualTo("ada@example.com");
        assertThat(Duration.between(before, end(taken))).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(taken.at("/license/counts/leases")).hasToString("1");
        LicenseToken token = Verified.token(vendor, taken.text("/token"));
        assertThat(token.expiresAt()).isEqualTo(end(taken).truncatedTo(ChronoUnit.SECONDS));
        assertThat(token.user()).isEqualTo("ada@example.com");
        assertThat(token.device()).isEqualTo(new Device("f1", Map.of()));
    }

    @Test
    void R5_aProgramThatDiedLosesItsSeatToTheSecond() {
        Vendor.Issued license = floating(Map.of("concurrent", 1, "leaseTtl", "PT10M"));
        Answer taken = vendor.take(license, process("p1")).expect(201);
        vendor.clock.before(end(taken));
        Answer no = vendor.take(license, process("p2")).problem(409, "SEATS_EXHAUSTED");
        assertThat(no.text("/leases/0/process")).isEqualTo("p1");
        vendor.clock.to(end(taken));
        vendor.take(license, process("p2")).expect(201);
        vendor.renewSeat(license, taken.text("/lease/id")).problem(409, "LEASE_ENDED");
        vendor.giveBack(license, taken.text("/lease/id")).problem(409, "LEASE_ENDED");
        assertThat(vendor.history(license)).startsWith("lease.taken", "lease.expired", "lease.taken");
    }

    @Test
    void aSeatThatIsRenewedGoesOn() {
        Vendor.Issued license = floating(Map.of("concurrent", 1, "leaseTtl", "PT10M"));
        String lease = vendor.taken(license, "p1");
        for (int i = 0; i < 5; i++) {
            vendor.clock.advance("PT9M");
            assertThat(end(vendor.renewSeat(license, lease).expect(200)))
                    .isBetween(
                            vendor.clock.now().plusSeconds(500),
                            vendor.clock.now().plusSeconds(600));
        }
        vendor.take(license, process("p2")).problem(409, "SEATS_EXHAUSTED");
        vendor.giveBack(license, lease).expect(204);
        vendor.take(license, process("p2")).expect(201);
    }

    @Test
    void lessThanTheTimeOfThePlanMayBeAskedFor() {
        Vendor.Issued license = floating(Map.of("concurrent", 2, "leaseTtl", "PT10M"));
        Answer less =
                vendor.take(license, Map.of("process", "p1", "ttl", "PT1M")).expect(201);
        assertThat(end(less)).isBefore(vendor.clock.now().plusSeconds(61));
        Answer more =
                vendor.take(license, Map.of("process", "p2", "ttl", "P1D")).expect(201);
        assertThat(end(more)).isBefore(vendor.clock.now().plusSeconds(601));
    }

    @Test
    void whoAsksAgainHasTheSameSeat() {
        Vendor.Issued license = floating(Map.of("concurrent", 1));
        String first = vendor.take(license, Map.of("device", Vendor.device("f1")))
                .expect(201)
                .text("/lease/id");
        Answer again =
                vendor.take(license, Map.of("device", Vendor.device("f1"))).expect(200);
        assertThat(again.text("/lease/id")).isEqualTo(first);
        vendor.take(license, Map.of("device", Vendor.device("f1"), "quantity", 2))
                .problem(409, "LEASE_DIFFERS");
        vendor.take(license, Map.of("device", Vendor.device("f2"))).problem(409, "SEATS_EXHAUSTED");
        vendor.take(license, Map.of("device", Vendor.device("f1"), "process", "p1"))
                .problem(409, "SEATS_EXHAUSTED");
    }

    @Test
    void theSameNumberOfAProcessOnAnotherDeviceIsAnotherProgram() {
        Vendor.Issued license = floating(Map.of("concurrent", 2));
        vendor.take(license, Map.of("device", Vendor.device("f1"), "process", "4711"))
                .expect(201);
        vendor.take(license, Map.of("device", Vendor.device("f2"), "process", "4711"))
                .expect(201);
        assertThat(vendor.seatsTaken(license)).isEqualTo(2);
    }

    @Test
    void aBorrowedSeatIsKeptWithoutRenewalsAndComesBackEarly() {
        Vendor.Issued license = floating(Map.of("concurrent", 1, "maxBorrow", "P7D"));
        vendor.take(license, Map.of("process", "p1", "borrow", "P8D")).problem(409, "BORROW_TOO_LONG");
        Answer borrowed =
                vendor.take(license, Map.of("process", "p1", "borrow", "P3D")).expect(201);
        assertThat(borrowed.at("/lease/borrowed")).isEqualTo(true);
        vendor.clock.advance("P2D");
        vendor.take(license, process("p2")).problem(409, "SEATS_EXHAUSTED");
        vendor.giveBack(license, borrowed.text("/lease/id")).expect(204);
        Answer next =
                vendor.take(license, Map.of("process", "p2", "borrow", "P1D")).expect(201);
        vendor.clock.to(end(next));
        vendor.take(license, process("p3")).expect(201);
    }

    @Test
    void aSeatThatIsHeldCanBeBorrowedLater() {
        Vendor.Issued license = floating(Map.of("concurrent", 1));
        String lease = vendor.taken(license, "p1");
        Answer borrowed = vendor.program
                .withLicense(license.key())
                .post("/v1/leases/" + lease + "/renewals", Map.of("borrow", "P3D"))
                .expect(200);
        assertThat(borrowed.at("/lease/borrowed")).isEqualTo(true);
        assertThat(end(vendor.renewSeat(license, lease).expect(200))).isEqualTo(end(borrowed));
        assertThat(vendor.history(license)).startsWith("lease.borrowed", "lease.taken");
    }

    @Test
    void theVendorTakesASeatBack() {
        Vendor.Issued license = floating(Map.of("concurrent", 1, "linger", "PT5M"));
        String lease = vendor.taken(license, "p1");
        List<?> held =
                vendor.api.get(Vendor.path(license, "/leases")).expect(200).list("/data");
        assertThat(held).hasSize(1);
        vendor.api.delete("/v1/leases/" + lease + "?reason=left%20running").expect(204);
        vendor.renewSeat(license, lease).problem(409, "LEASE_ENDED");
        vendor.take(license, process("p2")).expect(201);
        Answer event = vendor.api.get(Vendor.path(license, "/history")).expect(200);
        assertThat(event.text("/data/1/type")).isEqualTo("lease.released");
        assertThat(event.text("/data/1/reason")).isEqualTo("left running");
        Answer past = vendor.api.get(Vendor.path(license, "/leases?held=false")).expect(200);
        assertThat(past.text("/data/0/endReason")).isEqualTo("left running");
    }

    @Test
    void aSeatThatIsGivenBackLingers() {
        Vendor.Issued license = floating(Map.of("concurrent", 1, "linger", "PT5M"));
        vendor.giveBack(license, vendor.taken(license, "p1")).expect(204);
        vendor.take(license, process("p2")).problem(409, "SEATS_EXHAUSTED");
        vendor.clock.advance("PT5M");
        vendor.take(license, process("p2")).expect(201);
    }

    @Test
    void anotherLicencesKeySeesNothing() {
        String lease = vendor.taken(floating(Map.of("concurrent", 1)), "p1");
        Vendor.Issued other = vendor.issue(vendor.plan("other", Map.of()));
        vendor.renewSeat(other, lease).problem(404, "NOT_FOUND");
        vendor.giveBack(other, lease).problem(404, "NOT_FOUND");
        vendor.giveBack(other, "lease_nonsense").problem(404, "NOT_FOUND");
        vendor.program.delete("/v1/leases/" + lease).problem(401, "UNAUTHORIZED");
    }

    @Test
    void aLicenceWithoutALimitGivesAnyNumber() {
        Vendor.Issued license = floating(Map.of());
        for (int i = 0; i < 20; i++) {
            vendor.taken(license, "p" + i);
        }
        assertThat(vendor.seatsTaken(license)).isEqualTo(20);
    }

    @Test
    void whoeverMayNotRunGetsNoSeatAndKeepsNone() {
        Vendor.Issued license = floating(Map.of("concurrent", 2));
        String lease = vendor.taken(license, "p1");
        vendor.put(license, "suspension", Map.of("reason", "unpaid")).expect(200);
        vendor.take(license, process("p2")).problem(409, "SUSPENDED");
        vendor.renewSeat(license, lease).problem(409, "SUSPENDED");
        vendor.api.delete(Vendor.path(license, "/suspension")).expect(200);
        vendor.renewSeat(license, lease).expect(200);
        vendor.put(license, "revocation", Map.of()).expect(200);
        vendor.renewSeat(license, lease).problem(409, "REVOKED");
    }

    @Test
    void aSeatEndsWithItsLicence() {
        Vendor.Issued license = floating(Map.of("concurrent", 2, "term", "P1D"));
        Answer borrowed = vendor.take(license, Map.of("borrow", "P3D")).expect(201);
        assertThat(end(borrowed)).isEqualTo(vendor.end(license));
    }

    @Test
    void aValidationKnowsWhoHoldsASeat() {
        Vendor.Issued license = floating(Map.of("concurrent", 1));
        Map<String, Object> ada = Map.of("device", Vendor.device("f1"));
        vendor.expect(license, ada, "VALID");
        Answer taken = vendor.take(license, ada).expect(201);
        vendor.expect(license, ada, "VALID");
        vendor.expect(license, Map.of("device", Vendor.device("f2")), "TOO_MANY_LEASES");
        vendor.expect(license, "TOO_MANY_LEASES");
        vendor.clock.to(end(taken));
        vendor.expect(license, Map.of("device", Vendor.device("f2")), "VALID");
    }

    @Test
    void R5_aLoweredLimitKeepsWhoWasFirst() {
        Vendor.Issued license = floating(Map.of("concurrent", 3));
        String first = vendor.taken(license, "p1");
        String second = vendor.taken(license, "p2");
        vendor.override(license, Map.of("concurrent", 1));
        vendor.renewSeat(license, first).expect(200);
        vendor.renewSeat(license, second).problem(409, "TOO_MANY_LEASES");
        vendor.override(license, Map.of("concurrent", 2));
        vendor.renewSeat(license, second).expect(200);
    }

    @Test
    void badValuesAreNamed() {
        Vendor.Issued license = floating(Map.of("concurrent", 3));
        vendor.take(license, Map.of("quantity", 0)).invalid("/quantity");
        vendor.take(license, Map.of("quantity", -1)).invalid("/quantity");
        vendor.take(license, Map.of("ttl", "PT0S")).invalid("/ttl");
        vendor.take(license, Map.of("borrow", "soon")).invalid("/borrow");
        vendor.take(license, Map.of("process", "")).invalid("/process");
        vendor.take(license, Map.of("feature", "")).invalid("/feature");
        vendor.take(license, Map.of("sets", 1)).invalid("/sets");
        vendor.program.post("/v1/leases", Map.of()).invalid("/key");
        vendor.program.post("/v1/leases", Map.of("key", "wrong")).problem(404, "NOT_FOUND");
    }
}
