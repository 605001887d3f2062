package dev.licet.core.meter;

/** How the events of a meter make its number. */
public enum Aggregation {
    /** The sum of the quantities. */
    SUM,
    /** The number of events, whatever their quantities. */
    COUNT,
    /** The greatest quantity. */
    MAX,
    /** The number of different values of one dimension, such as users or devices. */
    UNIQUE;

    /** Whether every event takes something away, so that a meter can be used up; the others may go on as they are at their limit. */
    public boolean consumes() {
        return this == SUM || this == COUNT;
    }
}
