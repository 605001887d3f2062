/** How JSON is read, strictly, and written. */
@NullMarked
package dev.licet.platform.json;

import org.jspecify.annotations.NullMarked;
