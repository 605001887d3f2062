package dev.licet.core.policy;

/** How much of a device must be as it was for it to count as the same one. */
public enum DeviceMatch {
    /** At least one component. */
    ANY,
    /** At least two components, or the only one it has. */
    TWO,
    /** More than half of its components by weight. */
    MOST,
    /** Every component. */
    ALL
}
