/** Runs inside the measured server: the baselines, and the data it is filled with. */
@NullMarked
package dev.licet.bench.server;

import org.jspecify.annotations.NullMarked;
