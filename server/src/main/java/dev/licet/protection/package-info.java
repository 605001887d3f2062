/** What protects licences from misuse: where programs run. */
@NullMarked
package dev.licet.protection;

import org.jspecify.annotations.NullMarked;
