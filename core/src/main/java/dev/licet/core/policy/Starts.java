package dev.licet.core.policy;

/** The event at which a licence's term begins to run. */
public enum Starts {
    /** When it is issued, or at its start date when one was given. */
    ISSUE,
    /** At the first validation that is answered with yes. */
    FIRST_VALIDATION,
    /** When the first device is activated. Until then it permits nothing. */
    FIRST_ACTIVATION,
    /** At whatever comes first: a validation answered with yes, an activation, a lease or a usage event. */
    FIRST_USE
}
