/** Licence keys. */
@NullMarked
package dev.licet.core.key;

import org.jspecify.annotations.NullMarked;
