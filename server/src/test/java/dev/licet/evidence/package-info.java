@NullMarked
package dev.licet.evidence;

import org.jspecify.annotations.NullMarked;
