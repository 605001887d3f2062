/** Identifiers: TypeIDs over UUIDv7. */
@NullMarked
package dev.licet.core.id;

import org.jspecify.annotations.NullMarked;
