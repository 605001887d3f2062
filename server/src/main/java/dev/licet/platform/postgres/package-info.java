/** Real PostgreSQL as a child of the server: unpacked, created, started, healed and stopped here. */
@NullMarked
package dev.licet.platform.postgres;

import org.jspecify.annotations.NullMarked;
