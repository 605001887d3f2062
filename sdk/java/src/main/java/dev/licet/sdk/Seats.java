package dev.licet.sdk;

/**
 * How many floating seats there are.
 *
 * @param inUse how many are taken
 * @param limit how many may be taken at once
 */
public record Seats(long inUse, long limit) {}
