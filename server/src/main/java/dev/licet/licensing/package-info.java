/** Licences: issue, life, devices, named users, and the answers that programs get. */
@NullMarked
package dev.licet.licensing;

import org.jspecify.annotations.NullMarked;
