/** Runs the cases of {@code spec/vectors}: those of core here, and by the test-jar those of everything built on it. */
@NullMarked
package dev.licet.core.vectors;

import org.jspecify.annotations.NullMarked;
