package dev.licet.sdk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clock, believed as far as the server's time and the past allow.
 *
 * <p>A server's answer that can't have been recorded earlier says what time it is, and by how much the machine's clock is
 * off; from then on time is the machine's, so corrected. The latest instant that was ever seen is kept. A clock that then
 * says much less has been set back, and what is offline is refused until the server says again what time it is. A clock
 * that says a little less is an unsteady one; time stands still for it.
 *
 * @param seen the latest instant seen, in corrected time; null before the first
 * @param skew what to add to the machine's clock
 */
record TrustedTime(@Nullable Instant seen, Duration skew) {

    /** A difference that clocks have without anybody's doing. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static final TrustedTime NONE = new TrustedTime(null, Duration.ZERO);

    /** What a fresh answer of the server gives, whatever was seen before. */
    static TrustedTime told(Instant server, Instant local) {
        Duration off = Duration.between(local, server);
        return new TrustedTime(server, off.abs().compareTo(TOLERANCE) <= 0 ? Duration.ZERO : off);
    }

    /** The same once something was seen that was signed then: it is that late at least. */
    TrustedTime atLeast(Instant signed) {
        return seen != null && !signed.isAfter(seen) ? this : new TrustedTime(signed, skew);
    }

    /** What an answer gives that was signed for this machine: it is that late at least, whatever was seen before. */
    TrustedTime since(Instant signed) {
        return new TrustedTime(signed, skew);
    }

    /** The time it is, never less than was seen. */
    Instant now(Instant local) {
        Instant corrected = local.plus(skew);
        return seen != null && corrected.isBefore(seen) ? seen : corrected;
    }

    boolean setBack(Instant local) {
        return seen != null && local.plus(skew).isBefore(seen.minus(TOLERANCE));
    }

    /** The same after the clock was looked at. */
    TrustedTime passing(Instant local) {
        return setBack(local) ? this : new TrustedTime(now(local), skew);
    }

    /** Whether a time could be the present one. */
    boolean near(Instant other, Instant local) {
        return Duration.between(now(local), other).abs().compareTo(TOLERANCE) <= 0 && !setBack(local);
    }
}
