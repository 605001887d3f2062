/** JSON as plain values, and a reader that names every bad field. */
@NullMarked
package dev.licet.core.json;

import org.jspecify.annotations.NullMarked;
