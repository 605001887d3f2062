/** Functions for JMH to measure. */
@NullMarked
package dev.licet.bench.jmh;

import org.jspecify.annotations.NullMarked;
