/** Shared by the packages of the SDK; not for programs, and free to change. */
@NullMarked
package dev.licet.sdk.internal;

import org.jspecify.annotations.NullMarked;
