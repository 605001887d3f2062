@NullMarked
package dev.licet.metering;

import org.jspecify.annotations.NullMarked;
