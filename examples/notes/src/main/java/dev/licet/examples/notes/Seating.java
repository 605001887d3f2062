package dev.licet.examples.notes;

import dev.licet.sdk.Code;
import dev.licet.sdk.Lease;
import dev.licet.sdk.LeaseRequest;
import dev.licet.sdk.License;
import dev.licet.sdk.LicetClient;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The floating seat of this program: taken with its first look at the licence, and free for others when it ends, since the client gives
 * it back. A plan whose seats float says so by the switch {@code floating}.
 */
final class Seating {
    private static final String FLOATING = "floating";
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Consumer<String> onLost;
    private final List<Lease> seats = new ArrayList<>();

    /** @param onLost is told when a seat is lost while the program runs */
    Seating(Consumer<String> onLost) {
        this.onLost = onLost;
    }

    /** The licence once there is a seat, or why there is none. A seat that is borrowed needs no server. */
    License seated(LicetClient licet, License license) {
        if (seats.stream().anyMatch(Lease::isHeld)) {
            return licet.license();
        }
        seats.clear();
        licet.borrowed().forEach(this::take);
        if (seats.isEmpty() && license.feature(FLOATING)) {
            take(licet.lease());
        }
        return seats.isEmpty() ? license : licet.license();
    }

    void await(LicetClient licet, Consumer<String> says) {
        int[] before = {0};
        take(licet.lease(LeaseRequest.seat().queue(LONGEST_WAIT, waiting -> {
            if (waiting.position() != before[0]) {
                before[0] = waiting.position();
                says.accept("All seats are taken. You are number " + waiting.position() + " of those who wait.");
            }
        })));
    }

    /** In place of the seat there is. */
    Lease borrow(LicetClient licet, int days) {
        seats.stream().filter(seat -> !seat.isBorrowed()).forEach(Lease::close);
        seats.removeIf(seat -> !seat.isBorrowed());
        Lease borrowed = licet.lease(LeaseRequest.seat().borrow(Period.ofDays(days)));
        take(borrowed);
        return borrowed;
    }

    int giveBack(LicetClient licet) {
        licet.borrowed().forEach(this::take);
        List<Lease> borrowed = borrowed();
        borrowed.forEach(Lease::giveBack);
        seats.removeAll(borrowed);
        return borrowed.size();
    }

    List<Lease> borrowed() {
        return seats.stream().filter(Lease::isBorrowed).filter(Lease::isHeld).toList();
    }

    private void take(Lease seat) {
        seats.add(seat);
        seat.onLost(loss -> onLost.accept(
                loss.code() == Code.LEASE_ENDED
                        ? "Your seat is free for others now, since the licence server was not reached. Your notes stay here."
                        : "Your seat was taken back: " + loss.detail()));
    }
}
