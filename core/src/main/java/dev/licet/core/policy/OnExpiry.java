package dev.licet.core.policy;

/** What becomes of a licence whose term and grace are over. */
public enum OnExpiry {
    /** It permits nothing any more. */
    REFUSE,
    /** It goes on with the features of the fallback plan. */
    FALLBACK,
    /** It goes on as it is; the end of the term is of interest to renewals and maintenance only. */
    KEEP
}
