/** What every module stands on: problems, checks, lists, events, the clock, settings, the web platform. */
@NullMarked
package dev.licet.platform;

import org.jspecify.annotations.NullMarked;
