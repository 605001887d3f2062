package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.licet.sdk.FakeServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeaseTest extends LicetTest {

    private final List<Lease.Loss> losses = new CopyOnWriteArrayList<>();

    private LicetClient keyed() {
        return client(builder().licenseKey(KEY));
    }

    @Test
    void asksAsTheContractSays() {
        LicetClient client =
                client(builder().licenseKey(KEY).user("ada@example.com").deviceName("Ada's laptop"));
        server.seats.limit = 3;
        client.lease(LeaseRequest.feature("cad").quantity(2).ttl(Duration.ofMinutes(2)));
        FakeServer.Asked asked = server.last();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/leases");
        assertThat(asked.body())
                .containsEntry("key", KEY)
                .containsEntry("user", "ada@example.com")
                .containsEntry("feature", "cad")
                .containsEntry("ttl", "PT2M")
                .doesNotContainKeys("borrow", "queue");
        assertThat(asked.body().get("quantity")).hasToString("2");
        assertThat(asked.device("fingerprint")).isEqualTo(DEVICE.value());
        assertThat(asked.device("name")).isEqualTo("Ada's laptop");
        client.lease(LeaseRequest.seat().borrow(Period.ofDays(3)));
        assertThat(server.last().body()).containsEntry("borrow", "P3D").doesNotContainKey("feature");
    }

    @Test
    void R5_aSeatThatIsClosedIsFreeForTheNext() {
        LicetClient other = client(builder().licenseKey(KEY).store(folder.resolve("other")));
        try (Lease seat = keyed().lease()) {
            assertThat(seat.isHeld()).isTrue();
            LicetException.Refused no = catchThrowableOfType(LicetException.Refused.class, other::lease);
            assertThat(no.code()).isEqualTo(Code.SEATS_EXHAUSTED);
            assertThat(no.seats()).contains(new Seats(1, 1));
        }
        assertThat(server.last().headers()).containsEntry("authorization", "License " + KEY);
        assertThat(other.lease().isHeld()).isTrue();
    }

    @Test
    void isRenewedLongBeforeItEnds() {
        LicetClient client = keyed();
        Lease seat = client.lease();
        Instant first = seat.expiresAt();
        clock.move(Duration.ofMinutes(3));
        client.catchUp();
        assertThat(seat.expiresAt()).isEqualTo(first);
        clock.move(Duration.ofMinutes(3));
        client.catchUp();
        assertThat(seat.expiresAt()).isEqualTo(first.plus(Duration.ofMinutes(6)));
        assertThat(server.last().path()).isEqualTo("/v1/leases/" + seat.id() + "/renewals");
    }

    @Test
    void goesOnWithoutAServerUntilItsEndAndNotASecondLonger() {
        LicetClient client = keyed();
        Lease seat = client.lease().onLost(losses::add);
        server.down();
        for (int i = 0; i < 599; i++) {
            clock.move(Duration.ofSeconds(1));
            client.catchUp();
            assertThat(seat.isHeld()).isTrue();
        }
        clock.move(Duration.ofSeconds(1));
        assertThat(seat.isHeld()).isFalse();
        assertThat(seat.license().code()).isEqualTo(Code.LEASE_ENDED);
        assertThat(losses).isEmpty();
        client.catchUp();
        assertThat(losses).extracting(Lease.Loss::code).containsExactly(Code.LEASE_ENDED);
        seat.onLost(losses::add);
        assertThat(losses).hasSize(2);
    }

    @Test
    void anOutageThatEndsInTimeIsNotNoticed() {
        LicetClient client = keyed();
        Lease seat = client.lease().onLost(losses::add);
        server.down();
        clock.move(Duration.ofMinutes(9));
        client.catchUp();
        server.up();
        clock.move(Duration.ofSeconds(30));
        client.catchUp();
        assertThat(seat.expiresAt()).isAfter(clock.instant().plus(Duration.ofMinutes(9)));
        assertThat(losses).isEmpty();
    }

    /** The server counts from when it answered; here it is counted from when it was asked. */
    @Test
    void aClockThatIsWrongMakesItNoLonger() {
        for (String wrong : List.of("2026-11-22T10:04:00Z", "2026-11-22T09:56:00Z", "2027-01-01T00:00:00Z")) {
            server.seats.taken.clear();
            MovableClock own = new MovableClock(wrong);
            LicetClient client =
                    client(builder().licenseKey(KEY).clock(own).store(folder.resolve(wrong.replace(':', '-'))));
            Lease seat = client.lease();
            own.move(Duration.ofSeconds(599));
            assertThat(seat.isHeld()).as(wrong).isTrue();
            own.move(Duration.ofSeconds(1));
            assertThat(seat.isHeld()).as(wrong).isFalse();
        }
    }

    @Test
    void aClockThatIsSetBackEndsIt() {
        LicetClient client = keyed();
        client.validate();
        Lease seat = client.lease(LeaseRequest.seat().borrow(Duration.ofDays(3)));
        clock.move(Duration.ofDays(2));
        assertThat(seat.isHeld()).isTrue();
        client.close();
        clock.move(Duration.ofDays(-1));
        server.down();
        LicetClient next = keyed();
        assertThat(next.borrowed()).isEmpty();
        assertThatThrownBy(next::lease).isInstanceOf(LicetException.Unreachable.class);
    }

    @Test
    void aSeatThatTheVendorTakesBackIsLost() {
        LicetClient client = keyed();
        Lease seat = client.lease().onLost(losses::add);
        server.seats.taken.clear();
        clock.move(Duration.ofMinutes(7));
        client.catchUp();
        assertThat(losses).extracting(Lease.Loss::code).containsExactly(Code.NOT_FOUND);
        assertThat(seat.isHeld()).isFalse();
        assertThat(seat.license().code()).isEqualTo(Code.NOT_FOUND);
        assertThat(client.lease().isHeld()).isTrue();
    }

    @Test
    void aRevokedLicenceEndsABorrowedSeatToo() {
        LicetClient client = keyed();
        Lease seat = client.lease(LeaseRequest.seat().borrow(Duration.ofDays(3)));
        license.code = "REVOKED";
        client.validate();
        assertThat(seat.isHeld()).isFalse();
        assertThat(seat.license().code()).isEqualTo(Code.REVOKED);
    }

    @Test
    void takesOneSeatHoweverOftenItHasToBeTried() {
        server.seats.limit = 5;
        List<String> lost = new ArrayList<>();
        var real = new dev.licet.sdk.http.HttpTransport();
        LicetClient client = client(builder().licenseKey(KEY).transport(request -> {
            var response = real.send(request);
            if (lost.size() < 7) {
                lost.add(String.valueOf(request));
                throw new IOException("The answer was lost");
            }
            return response;
        }));
        assertThatThrownBy(client::lease).isInstanceOf(LicetException.Unreachable.class);
        assertThat(client.lease().isHeld()).isTrue();
        assertThat(server.asked).hasSize(8);
        assertThat(server.seats.taken).hasSize(1);
        client.lease();
        assertThat(server.seats.taken).as("another is another").hasSize(2);
    }

    @Test
    void aBorrowedSeatOutlastsTheProgramAndNeedsNoServer() {
        LicetClient first = keyed();
        Lease seat = first.lease(LeaseRequest.seat().borrow(Duration.ofDays(3)));
        seat.close();
        first.close();
        assertThat(server.seats.taken).hasSize(1);
        server.down();
        LicetClient second = keyed();
        clock.move(Duration.ofDays(3).minusSeconds(1));
        try (Lease again = second.lease()) {
            assertThat(again.id()).isEqualTo(seat.id());
            assertThat(again.isBorrowed()).isTrue();
            assertThat(again.isHeld()).isTrue();
            assertThat(second.feature("export")).as("and the licence is in it").isTrue();
            again.onLost(losses::add);
            clock.move(Duration.ofSeconds(1));
            assertThat(again.isHeld()).isFalse();
            second.catchUp();
            assertThat(losses).extracting(Lease.Loss::code).containsExactly(Code.LEASE_ENDED);
        }
        assertThatThrownBy(second::lease).isInstanceOf(LicetException.Unreachable.class);
        assertThat(second.feature("export")).isFalse();
    }

    @Test
    void aBorrowedSeatServesOneProgramAtATime() {
        LicetClient first = keyed();
        Lease seat = first.lease(LeaseRequest.seat().borrow(Duration.ofDays(3)));
        LicetClient second = keyed();
        assertThat(second.borrowed()).isEmpty();
        assertThatThrownBy(second::lease).isInstanceOf(LicetException.Refused.class);
        seat.close();
        assertThat(second.borrowed()).extracting(Lease::id).containsExactly(seat.id());
    }

    @Test
    void aBorrowedSeatComesBackEarly() {
        LicetClient client = keyed();
        Lease seat = client.lease(LeaseRequest.seat().borrow(Duration.ofDays(3)));
        server.down();
        assertThatThrownBy(seat::giveBack).isInstanceOf(LicetException.Unreachable.class);
        assertThat(seat.isHeld()).isTrue();
        server.up();
        seat.giveBack();
        assertThat(server.seats.taken).isEmpty();
        assertThat(seat.isHeld()).isFalse();
        assertThat(client.borrowed()).isEmpty();
        seat.giveBack();
        seat.close();
    }

    @Test
    void nothingIsBorrowedWhereNothingCanBeKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        LicetClient client = client(builder().licenseKey(KEY).store(file));
        assertThatThrownBy(() -> client.lease(LeaseRequest.seat().borrow(Duration.ofDays(3))))
                .isInstanceOfSatisfying(
                        LicetException.Refused.class,
                        no -> assertThat(no.code()).isEqualTo(Code.NOT_KEPT));
        assertThat(server.seats.taken).isEmpty();
        assertThat(client.lease().isHeld()).isTrue();
    }

    @Test
    void aSeatThatCouldNotBeGivenBackIsTriedAgain() {
        LicetClient client = keyed();
        Lease seat = client.lease();
        server.down();
        seat.close();
        assertThat(seat.isHeld()).isFalse();
        server.up();
        assertThat(server.seats.taken).hasSize(1);
        clock.move(Duration.ofSeconds(30));
        client.catchUp();
        assertThat(server.seats.taken).isEmpty();
    }

    @Test
    void orIsTakenUpByTheNextStart() {
        LicetClient client = keyed();
        Lease seat = client.lease();
        server.down();
        client.close();
        server.up();
        assertThat(keyed().lease().id()).isEqualTo(seat.id());
        assertThat(server.seats.taken).hasSize(1);
    }

    @Test
    void theClientGivesAllBackWhenItIsClosed() {
        server.seats.limit = 3;
        LicetClient client = keyed();
        client.lease();
        client.lease();
        client.lease(LeaseRequest.seat().borrow(Duration.ofDays(1)));
        assertThat(server.seats.taken).hasSize(3);
        client.close();
        assertThat(server.seats.taken).hasSize(1);
    }

    @Test
    void aForgedOrRecordedAnswerGivesNoSeat() {
        LicetClient client = keyed();
        client.validate();
        Map<String, Object> recorded =
                Map.of("lease", Map.of("id", "lease_9"), "token", license.signing.sign(license.claims(server.last())));
        clock.move(Duration.ofDays(1));
        server.answer(Reply.json(201, recorded));
        assertThatThrownBy(client::lease).isInstanceOf(LicetException.Untrusted.class);
        server.answer(Reply.json(201, Map.of("lease", Map.of("id", "lease_9"))));
        assertThatThrownBy(client::lease).isInstanceOf(LicetException.Untrusted.class);
        server.answer(Reply.json(201, Map.of("hello", "world")));
        assertThatThrownBy(client::lease).isInstanceOf(LicetException.Unreachable.class);
    }

    @Test
    void waitsForItsTurnAndSaysWhereItStands() {
        Lease first = keyed().lease();
        List<Integer> positions = new ArrayList<>();
        LicetClient second = client(builder().licenseKey(KEY).store(folder.resolve("second")));
        server.seats.queue.add("ticket_of_somebody");
        Lease seat = second.lease(LeaseRequest.seat().queue(Duration.ofMinutes(5), waiting -> {
            positions.add(waiting.position());
            if (positions.size() == 2) {
                server.seats.queue.remove("ticket_of_somebody");
            } else if (positions.size() == 3) {
                first.close();
            }
        }));
        assertThat(positions).containsExactly(2, 2, 1);
        assertThat(seat.isHeld()).isTrue();
        assertThat(server.seats.queue).isEmpty();
    }

    @Test
    void waitsNoLongerThanItMay() {
        keyed().lease();
        LicetClient second = client(builder().licenseKey(KEY).store(folder.resolve("second")));
        Instant begin = clock.instant();
        assertThatThrownBy(() -> second.lease(LeaseRequest.seat().queue(Duration.ofSeconds(17))))
                .isInstanceOfSatisfying(
                        LicetException.Refused.class,
                        no -> assertThat(no.code()).isEqualTo(Code.SEATS_EXHAUSTED));
        assertThat(Duration.between(begin, clock.instant())).isEqualTo(Duration.ofSeconds(17));
        assertThat(server.seats.queue).as("it has left the queue").isEmpty();
    }

    @Test
    void aWaitCanBeCancelled() {
        keyed().lease();
        LicetClient second = client(builder().licenseKey(KEY).store(folder.resolve("second")));
        Instant begin = clock.instant();
        assertThatThrownBy(() -> second.lease(LeaseRequest.seat().queue(Duration.ofMinutes(5), Waiting::cancel)))
                .isInstanceOfSatisfying(
                        LicetException.Refused.class,
                        no -> assertThat(no.code()).isEqualTo(Code.WAIT_CANCELLED));
        assertThat(Duration.between(begin, clock.instant())).isLessThan(Duration.ofSeconds(2));
        assertThat(server.seats.queue).isEmpty();
    }

    @Test
    void whatIsKeptTellsNothingAtAGlance() throws IOException {
        keyed().lease(LeaseRequest.seat().borrow(Duration.ofDays(3)));
        try (Stream<Path> files = Files.list(folder.resolve("notes.leases"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(KEY, "eyJ");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void withoutAKeyThereIsNone() {
        assertThatThrownBy(() -> client().lease())
                .isInstanceOfSatisfying(
                        LicetException.Refused.class,
                        no -> assertThat(no.code()).isEqualTo(Code.NOT_ACTIVATED));
    }

    @Test
    void aListenerThatFailsStopsNobody() {
        LicetClient client = keyed();
        Lease seat = client.lease().onLost(loss -> {
            throw new IllegalStateException("broken on purpose");
        });
        seat.onLost(losses::add);
        server.seats.taken.clear();
        clock.move(Duration.ofMinutes(7));
        client.catchUp();
        assertThat(losses).hasSize(1);
    }
}
