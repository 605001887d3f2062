package dev.licet.sdk;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A floating seat that this program holds. Until it is closed it is renewed in the background, long before it would end:
 *
 * <pre>{@code
 * try (Lease seat = licet.lease()) {
 *     seat.onLost(loss -> …);    // tell the user, save, stop
 *     …
 * }
 * }</pre>
 *
 * <p>Without a connection it goes on until the end that the server gave it, and not a second longer. All methods may be called by
 * any thread.
 */
public final class Lease implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private enum State {
        HELD,
        LOST,
        CLOSED
    }

    private final Leasing leasing;
    private final boolean returnAtExit;
    private final List<Consumer<Loss>> listeners = new ArrayList<>();
    private volatile Seat seat;
    private volatile State state = State.HELD;
    private @Nullable Loss loss;

    Lease(Leasing leasing, Seat seat, boolean returnAtExit) {
        this.leasing = leasing;
        this.seat = seat;
        this.returnAtExit = returnAtExit;
    }

    /**
     * Why a seat was lost.
     *
     * @param code {@link Code#LEASE_ENDED} when its time ran out; or the server's reason
     * @param codeText the same as text
     * @param detail one sentence for a person
     */
    public record Loss(Code code, String codeText, String detail) {}

    /** Its id, {@code lease_…}. */
    public String id() {
        return seat.id();
    }

    /** The feature it is a seat of; empty for the licence. */
    public Optional<String> feature() {
        return Optional.ofNullable(seat.feature());
    }

    /** How many seats it is. */
    public int quantity() {
        return seat.quantity();
    }

    /** Whether it is kept without a network, until {@link #expiresAt}. */
    public boolean isBorrowed() {
        return seat.borrowed();
    }

    /** When it ends unless it is renewed before, excluded; by the server's clock. */
    public Instant expiresAt() {
        return seat.token().expiresAt();
    }

    /** Whether the program has the seat at this instant. It never waits and never throws. */
    public boolean isHeld() {
        return license().valid();
    }

    /**
     * What is permitted with this seat at this instant: the licence as the server knew it when it gave or renewed the seat. When the
     * seat is over, {@link Code#LEASE_ENDED} or why it was lost. It never waits and never throws.
     */
    public License license() {
        State now = state;
        if (now == State.HELD) {
            return leasing.license(seat);
        }
        Loss known = loss();
        Loss why = known == null ? new Loss(Code.LEASE_ENDED, "LEASE_ENDED", "The seat was given back.") : known;
        return leasing.license(seat).refused(why.codeText(), why.detail());
    }

    /**
     * Hears once when the seat is lost: taken back by the vendor, or ended because the server could not be reached. Called in the
     * background thread, or at once when it is lost already. The program then has no seat; {@link LicetClient#lease()} takes
     * another. What a listener throws is logged.
     */
    public Lease onLost(Consumer<Loss> listener) {
        Loss already;
        synchronized (listeners) {
            already = loss;
            if (already == null) {
                listeners.add(listener);
            }
        }
        if (already != null) {
            tell(listener, already);
        }
        return this;
    }

    /**
     * Gives the seat back at once, a borrowed one too, so that somebody else may have it.
     *
     * @throws LicetException.Unreachable when the server can't be told; the seat is still held then
     * @throws LicetException.Refused when the server doesn't take it
     */
    public void giveBack() {
        if (state == State.HELD) {
            leasing.giveBack(this);
            leave(State.CLOSED);
        }
    }

    /**
     * Gives the seat back, unless it is borrowed. It waits for one try at most; when the server is not reached it is tried again in the
     * background, and at last the seat ends by itself. A borrowed seat stays kept on this device, for
     * {@link LicetClient#lease(LeaseRequest)} and {@link LicetClient#borrowed()} to take up. Never throws.
     */
    @Override
    public void close() {
        if (leave(State.CLOSED)) {
            leasing.close(this);
        }
    }

    Seat seat() {
        return seat;
    }

    boolean isOpen() {
        return state == State.HELD;
    }

    boolean isReturnedAtExit() {
        return returnAtExit;
    }

    /** Unless it was closed meanwhile. */
    synchronized void renewed(Seat longer, Runnable keep) {
        if (state == State.HELD) {
            seat = longer;
            keep.run();
        }
    }

    void lose(Loss why) {
        if (!leave(State.LOST)) {
            return;
        }
        List<Consumer<Loss>> told;
        synchronized (listeners) {
            loss = why;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> tell(listener, why));
    }

    private synchronized boolean leave(State next) {
        boolean held = state == State.HELD;
        if (held) {
            state = next;
        }
        return held;
    }

    private @Nullable Loss loss() {
        synchronized (listeners) {
            return loss;
        }
    }

    private static void tell(Consumer<Loss> listener, Loss why) {
        try {
            listener.accept(why);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A listener failed", e);
        }
    }

    @Override
    public String toString() {
        return seat.id() + (seat.borrowed() ? ", borrowed until " : ", until ") + expiresAt();
    }
}
