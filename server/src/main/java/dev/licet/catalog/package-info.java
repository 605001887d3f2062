/** Products, their features, and the plans in which they are sold. */
@NullMarked
package dev.licet.catalog;

import org.jspecify.annotations.NullMarked;
