package dev.licet.licensing;

import org.jspecify.annotations.Nullable;

/**
 * A sign of life.
 *
 * @param version the program's version, if it has changed
 */
record HeartbeatRequest(@Nullable String version) {}
