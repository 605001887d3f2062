@NullMarked
package dev.licet.bench;

import org.jspecify.annotations.NullMarked;
