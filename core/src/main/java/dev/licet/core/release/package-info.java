/** What a vendor says of the versions of a program, whatever the plans say: releases, blocks, ends of life. */
@NullMarked
package dev.licet.core.release;

import org.jspecify.annotations.NullMarked;
