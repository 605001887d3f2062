@NullMarked
package dev.licet.bench.load;

import org.jspecify.annotations.NullMarked;
