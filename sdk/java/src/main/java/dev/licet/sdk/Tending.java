package dev.licet.sdk;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Renews a seat until it is closed or lost: first when about half its time is over, after a failure again soon, last at its end. */
final class Tending implements Chore {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private final Lease lease;
    private final Leasing leasing;
    private final Pace pace;
    private int failures;

    Tending(Lease lease, Leasing leasing, Pace pace) {
        this.lease = lease;
        this.leasing = leasing;
        this.pace = pace;
    }

    /** When to look at the seat for the first time. */
    Duration first() {
        return lease.isBorrowed() ? left() : pace.early(left().multipliedBy(3).dividedBy(4));
    }

    @Override
    public Optional<Duration> run() {
        if (!lease.isOpen()) {
            return Optional.empty();
        } else if (lease.isBorrowed()) {
            return left().isZero() ? lost("The time it was borrowed for is over.") : Optional.of(left());
        }
        try {
            leasing.renew(lease);
            failures = 0;
            return Optional.of(first());
        } catch (LicetException.Refused e) {
            leasing.lose(lease, new Lease.Loss(e.code(), e.codeText(), e.detail()));
            return Optional.empty();
        } catch (LicetException e) {
            LOG.log(Level.DEBUG, "A seat could not be renewed: {0}", e.getMessage());
            return again(e);
        }
    }

    private Optional<Duration> again(LicetException e) {
        Duration left = left();
        if (left.isZero()) {
            return lost("It ended, and could not be renewed. " + e.getMessage());
        }
        failures++;
        return Optional.of(Pace.shorter(pace.afterFailures(failures, left.dividedBy(3)), left));
    }

    private Optional<Duration> lost(String why) {
        leasing.lose(lease, new Lease.Loss(Code.LEASE_ENDED, Code.LEASE_ENDED.name(), "The seat is lost. " + why));
        return Optional.empty();
    }

    private Duration left() {
        Duration left = leasing.left(lease.seat());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
