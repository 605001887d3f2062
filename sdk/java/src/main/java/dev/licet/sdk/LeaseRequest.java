package dev.licet.sdk;

import dev.licet.core.time.Span;
import java.time.Duration;
import java.time.Period;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which floating seat a program wants, and how. A value: each method answers another one. */
public final class LeaseRequest {

    private final @Nullable String feature;
    private final int quantity;
    private final @Nullable Span ttl;
    private final @Nullable Span borrow;
    private final @Nullable Duration longestWait;
    private final Consumer<Waiting> onWaiting;
    private final boolean returnAtExit;

    private LeaseRequest(
            @Nullable String feature,
            int quantity,
            @Nullable Span ttl,
            @Nullable Span borrow,
            @Nullable Duration longestWait,
            Consumer<Waiting> onWaiting,
            boolean returnAtExit) {
        this.feature = feature;
        this.quantity = quantity;
        this.ttl = ttl;
        this.borrow = borrow;
        this.longestWait = longestWait;
        this.onWaiting = onWaiting;
        this.returnAtExit = returnAtExit;
    }

    /** A seat of the licence. */
    public static LeaseRequest seat() {
        return new LeaseRequest(null, 1, null, null, null, waiting -> {}, false);
    }

    /** A seat of one feature, for licences that count those by themselves. */
    public static LeaseRequest feature(String code) {
        return new LeaseRequest(code, 1, null, null, null, waiting -> {}, false);
    }

    /**
     * So many seats at once, all or none; 1 when not given.
     *
     * @throws IllegalArgumentException for less than 1
     */
    public LeaseRequest quantity(int seats) {
        if (seats < 1) {
            throw new IllegalArgumentException("Ask for at least one seat");
        }
        return new LeaseRequest(feature, seats, ttl, borrow, longestWait, onWaiting, returnAtExit);
    }

    /**
     * How long the seat stays taken when the program is not heard of any more, in whole seconds; what the licence says when not
     * given. The server may give less. While the program runs the seat is renewed all the time.
     */
    public LeaseRequest ttl(Duration unheard) {
        return new LeaseRequest(feature, quantity, span(unheard), borrow, longestWait, onWaiting, returnAtExit);
    }

    /**
     * Keeps the seat for this time, in whole seconds, with or without a network and through restarts of the program. It comes
     * back when the time is over or with {@link Lease#giveBack}, and not with {@link Lease#close}.
     */
    public LeaseRequest borrow(Duration time) {
        return new LeaseRequest(feature, quantity, ttl, span(time), longestWait, onWaiting, returnAtExit);
    }

    /** The same in days, weeks, months or years of the calendar. */
    public LeaseRequest borrow(Period time) {
        Span span = positive(Span.parse(time.toString()));
        return new LeaseRequest(feature, quantity, ttl, span, longestWait, onWaiting, returnAtExit);
    }

    /** When all seats are taken, waits for its turn up to this time. */
    public LeaseRequest queue(Duration atMost) {
        return queue(atMost, waiting -> {});
    }

    /**
     * The same, and tells where in the queue the program stands, and by {@link Waiting#cancel} lets the waiting end.
     *
     * @param listener is called in the thread that waits, first at once and then each time the server was asked
     */
    public LeaseRequest queue(Duration atMost, Consumer<Waiting> listener) {
        if (atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("Give a time that is longer than nothing");
        }
        return new LeaseRequest(feature, quantity, ttl, borrow, atMost, listener, returnAtExit);
    }

    /**
     * Gives the seat back also when the Java virtual machine ends in order, by {@code System.exit} or Ctrl-C, without
     * {@link Lease#close}. Nothing can be done when it is killed: then the seat comes back by itself after the
     * {@linkplain #ttl time} it is given for. A borrowed seat stays borrowed.
     */
    public LeaseRequest returnAtExit() {
        return new LeaseRequest(feature, quantity, ttl, borrow, longestWait, onWaiting, true);
    }

    @Nullable String feature() {
        return feature;
    }

    int quantity() {
        return quantity;
    }

    @Nullable Span ttl() {
        return ttl;
    }

    @Nullable Span borrow() {
        return borrow;
    }

    @Nullable Duration longestWait() {
        return longestWait;
    }

    Consumer<Waiting> onWaiting() {
        return onWaiting;
    }

    boolean isReturnedAtExit() {
        return returnAtExit;
    }

    /** What is asked of the server. */
    @Override
    public String toString() {
        return quantity + " of " + (feature == null ? "the licence" : feature) + (ttl == null ? "" : ", ttl " + ttl)
                + (borrow == null ? "" : ", borrowed for " + borrow) + (longestWait == null ? "" : ", queued");
    }

    private static Span span(Duration time) {
        return positive(Span.of(Duration.ofSeconds(time.toSeconds())));
    }

    private static Span positive(Span span) {
        if (span.isZero()) {
            throw new IllegalArgumentException("Give a time of at least a second");
        }
        return span;
    }
}
