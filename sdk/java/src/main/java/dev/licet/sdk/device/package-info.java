/** What identifies the machine a program runs on, without telling anybody what it is. */
@NullMarked
package dev.licet.sdk.device;

import org.jspecify.annotations.NullMarked;
