package dev.licet.bench;

import java.time.Duration;

/**
 * How much is measured, and for how long.
 *
 * @param licenses how many the server is filled with
 * @param turns how many turns of each of the two sides
 * @param turn how long a turn lasts
 * @param warmUp how long each side runs before the first turn
 */
record Scale(int licenses, int turns, Duration turn, Duration warmUp) {
    static final Scale FULL = new Scale(100_000, 5, Duration.ofSeconds(3), Duration.ofSeconds(8));

    /** Says nothing about speed, and shows that everything still runs. */
    static final Scale TINY = new Scale(200, 1, Duration.ofMillis(150), Duration.ofMillis(150));

    /** A population of another size, but never more than a tiny scale wants. */
    int population(int wanted) {
        return isTiny() ? licenses : wanted;
    }

    boolean isTiny() {
        return equals(TINY);
    }
}
