/** Usage: periods, balances, what is carried over and what is drawn from a pool. Decimals throughout; nothing is rounded but where it is said. */
@NullMarked
package dev.licet.core.meter;

import org.jspecify.annotations.NullMarked;
