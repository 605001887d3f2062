/** Where a program runs: network addresses, networks and countries. */
@NullMarked
package dev.licet.core.place;

import org.jspecify.annotations.NullMarked;
