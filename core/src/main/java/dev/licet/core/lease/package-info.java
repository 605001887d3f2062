/** Floating seats: what is asked for, what is counted, and what is on record. */
@NullMarked
package dev.licet.core.lease;

import org.jspecify.annotations.NullMarked;
