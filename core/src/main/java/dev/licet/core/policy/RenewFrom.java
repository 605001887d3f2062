package dev.licet.core.policy;

/** Where a renewal's term is added. */
public enum RenewFrom {
    /** At the end of the present term, even when that is past. */
    EXPIRY,
    /** At the moment of the renewal. */
    NOW,
    /** At the end of the present term, or now when that is past. */
    NOW_IF_EXPIRED
}
