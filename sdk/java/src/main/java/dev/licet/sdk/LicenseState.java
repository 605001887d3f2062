package dev.licet.sdk;

import java.util.Locale;

/** Where a licence stands in its life. */
public enum LicenseState {
    /** There is none here. */
    NONE,
    /** Its term has not begun. */
    PENDING,
    /** It runs. */
    ACTIVE,
    /** It runs, and is a trial. */
    TRIAL,
    /** It runs, and its end is near enough for a warning. */
    EXPIRING,
    /** Its term is over; it may be used for a little while yet. */
    GRACE,
    /** Its term is over; the features of the fallback plan remain. */
    FALLBACK,
    /** Its term is over. */
    EXPIRED,
    /** It was stopped for the time being. */
    SUSPENDED,
    /** It was taken back for good. */
    REVOKED,
    /** A state that is newer than this SDK. */
    UNKNOWN;

    /** The constant of a state as the contract writes it, or {@link #UNKNOWN}. */
    static LicenseState of(String text) {
        for (LicenseState state : values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
