/** The one question: does this licence permit that, at this instant? */
@NullMarked
package dev.licet.core.decision;

import org.jspecify.annotations.NullMarked;
