package dev.licet.sdk;

import java.util.concurrent.atomic.AtomicBoolean;

/** A program that waits for a floating seat, as it is told each time the server was asked. */
public final class Waiting {

    private final int position;
    private final AtomicBoolean cancelled;

    Waiting(int position, AtomicBoolean cancelled) {
        this.position = position;
        this.cancelled = cancelled;
    }

    /** Whose turn it is: 1 is next. */
    public int position() {
        return position;
    }

    /**
     * Waits no longer, from any thread: within a second, {@link LicetClient#lease(LeaseRequest)} leaves the queue and throws
     * {@link LicetException.Refused} with {@link Code#WAIT_CANCELLED}. Interrupting the thread that waits does the same.
     */
    public void cancel() {
        cancelled.set(true);
    }
}
