package dev.licet.licensing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life.
 *
 * @param version the program's version, if it has changed
 * @param releasedAt when that version was released, for one that the server has no record of
 */
record HeartbeatRequest(@Nullable String version, @Nullable Instant releasedAt) {}
