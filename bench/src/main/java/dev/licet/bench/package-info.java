/** Measurements of Licet beside their baselines. */
@NullMarked
package dev.licet.bench;

import org.jspecify.annotations.NullMarked;
