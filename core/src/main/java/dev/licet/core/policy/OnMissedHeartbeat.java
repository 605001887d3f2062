package dev.licet.core.policy;

/** What becomes of a device that has missed its heartbeat. */
public enum OnMissedHeartbeat {
    /** Its place is free at that moment; it has to be activated again. */
    RELEASE,
    /** It holds its place, and is refused until its next heartbeat. */
    KEEP
}
