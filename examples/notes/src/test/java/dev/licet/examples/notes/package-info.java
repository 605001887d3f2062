@NullMarked
package dev.licet.examples.notes;

import org.jspecify.annotations.NullMarked;
