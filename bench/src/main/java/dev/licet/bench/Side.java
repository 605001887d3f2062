package dev.licet.bench;

import dev.licet.bench.load.Sample;
import java.time.Duration;

/** One of the two things that take turns. */
interface Side {
    /** Does as much as it can for about so long. */
    Sample run(Duration time) throws Exception;
}
