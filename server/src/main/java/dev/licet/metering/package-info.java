/** What was used of the features of licences: events counted once, balances, corrections. */
@NullMarked
package dev.licet.metering;

import org.jspecify.annotations.NullMarked;
