package dev.licet.metering;

import dev.licet.platform.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where usage events came from.
 *
 * @param by the author of what they change, such as {@code license:lic_01…} for the licensed program
 * @param late how far back they may be dated; null for any time since the licence was issued
 */
public record UsageOrigin(Caller by, @Nullable Duration late) {

    /** A report whose signature was verified: it may be as old as the licence, since its machine had no network. */
    public static UsageOrigin report(Caller by) {
        return new UsageOrigin(by, null);
    }
}
