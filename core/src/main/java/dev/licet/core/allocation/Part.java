package dev.licet.core.allocation;

/**
 * What one department was given of a quantity.
 *
 * @param department its code
 * @param allocated how many, 0 and up
 * @param used how many its people hold; more than allocated after a part was lowered or people moved
 */
public record Part(String department, int allocated, int used) {}
