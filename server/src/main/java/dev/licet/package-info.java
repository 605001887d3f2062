@NullMarked
package dev.licet;

import org.jspecify.annotations.NullMarked;
