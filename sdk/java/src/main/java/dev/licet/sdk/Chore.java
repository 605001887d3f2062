package dev.licet.sdk;

import java.time.Duration;
import java.util.Optional;

/** Something that a client does by itself again and again. */
@FunctionalInterface
interface Chore {

    /** Does it once, and says how long to wait until the next time; empty when there is none. */
    Optional<Duration> run();
}
