/** How a licence's quantities are divided among the departments of an organization. */
@NullMarked
package dev.licet.core.allocation;

import org.jspecify.annotations.NullMarked;
