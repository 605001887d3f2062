/** Work on many rows: made by one call, done in chunks by any node, read when it is done. */
@NullMarked
package dev.licet.platform.jobs;

import org.jspecify.annotations.NullMarked;
