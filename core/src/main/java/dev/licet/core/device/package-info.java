/** Devices: how one is recognised again after it changed. */
@NullMarked
package dev.licet.core.device;

import org.jspecify.annotations.NullMarked;
