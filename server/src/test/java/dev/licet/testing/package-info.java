/** A real server with a real database, and a small client for it. */
@NullMarked
package dev.licet.testing;

import org.jspecify.annotations.NullMarked;
