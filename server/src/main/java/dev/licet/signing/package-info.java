/** Keys that sign, and the master key under which secrets are kept: see docs/domain/signing.md. */
@NullMarked
package dev.licet.signing;

import org.jspecify.annotations.NullMarked;
