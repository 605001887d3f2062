@NullMarked
package dev.licet.console;

import org.jspecify.annotations.NullMarked;
