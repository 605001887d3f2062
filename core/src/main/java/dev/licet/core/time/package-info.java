/** Spans of time as ISO 8601 writes them. */
@NullMarked
package dev.licet.core.time;

import org.jspecify.annotations.NullMarked;
