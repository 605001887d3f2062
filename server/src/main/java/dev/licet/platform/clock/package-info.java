/** The clock, real or moved, and the work that falls due by it. */
@NullMarked
package dev.licet.platform.clock;

import org.jspecify.annotations.NullMarked;
