/** What operators and their tools ask: is it alive, does it work, how much, and how is it called. */
@NullMarked
package dev.licet.platform.operation;

import org.jspecify.annotations.NullMarked;
