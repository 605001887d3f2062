/** Versions of a program and ranges of them. */
@NullMarked
package dev.licet.core.version;

import org.jspecify.annotations.NullMarked;
