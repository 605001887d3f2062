/** A small notes program for the terminal that shows how a program is licensed through the SDK. */
@NullMarked
package dev.licet.examples.notes;

import org.jspecify.annotations.NullMarked;
