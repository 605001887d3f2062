/** What a plan promises: terms, limits and features. */
@NullMarked
package dev.licet.core.policy;

import org.jspecify.annotations.NullMarked;
