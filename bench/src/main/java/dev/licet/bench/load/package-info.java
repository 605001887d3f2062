/** Load over HTTP/1.1 with as little processor time as possible, since the measured server shares the machine. */
@NullMarked
package dev.licet.bench.load;

import org.jspecify.annotations.NullMarked;
