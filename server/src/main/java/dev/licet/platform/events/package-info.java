/** Reading the record of changes. */
@NullMarked
package dev.licet.platform.events;

import org.jspecify.annotations.NullMarked;
