package dev.licet.core.decision;

/** Where a licence stands in its life at some instant. */
public enum State {
    /** Its term has not begun. */
    PENDING,
    /** It runs. */
    ACTIVE,
    /** It runs, and is a trial. */
    TRIAL,
    /** It runs, and its end is near enough for a warning. */
    EXPIRING,
    /** Its term is over; it still permits. */
    GRACE,
    /** Its term is over; the features of the fallback plan remain. */
    FALLBACK,
    /** Its term is over; it permits nothing. */
    EXPIRED,
    /** It was stopped for the time being. */
    SUSPENDED,
    /** It was taken back for good. */
    REVOKED
}
