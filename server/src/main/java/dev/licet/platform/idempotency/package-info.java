/** The same POST with the same Idempotency-Key is done once and answered the same each time. */
@NullMarked
package dev.licet.platform.idempotency;

import org.jspecify.annotations.NullMarked;
