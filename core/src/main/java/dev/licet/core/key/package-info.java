/** What people type: licence keys, and the numbers of certificates. */
@NullMarked
package dev.licet.core.key;

import org.jspecify.annotations.NullMarked;
