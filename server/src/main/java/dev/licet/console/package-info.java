/** The screens of the vendor's staff: they show and change through what the other modules offer, and decide nothing themselves. */
@NullMarked
package dev.licet.console;

import org.jspecify.annotations.NullMarked;
