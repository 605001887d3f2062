package dev.licet.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Spreads in time what many programs do again and again. */
record Pace(RandomGenerator random) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(15);

    /** A random moment between half and four fifths of a time, at least a second. */
    Duration early(Duration time) {
        Duration some = Duration.ofMillis((long) (time.toMillis() * random.nextDouble(0.5, 0.8)));
        return some.compareTo(LEAST) < 0 ? LEAST : some;
    }

    /** About 10 seconds after the first failure, then twice as long each time, and never longer than about a given time. */
    Duration afterFailures(int failures, Duration longest) {
        return early(shorter(FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10)), longest));
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
