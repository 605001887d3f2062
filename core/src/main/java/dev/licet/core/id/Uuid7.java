package dev.licet.core.id;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDv7 (RFC 9562, 5.7): milliseconds, then randomness; within a process each is greater than the last. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastMillis;
    private static int counter;

    private Uuid7() {}

    /** The next id, by the machine's own clock and never a moved one, so that ids always sort in the order of their making. */
    public static UUID next() {
        long tick = tick();
        long high = ((tick >>> 12) << 16) | 0x7000L | (tick & 0xfff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Milliseconds and a 12-bit counter that starts low each millisecond and carries into the next when it is full. */
    private static synchronized long tick() {
        long now = System.currentTimeMillis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = RANDOM.nextInt(0x800);
        } else if (++counter > 0xfff) {
            lastMillis++;
            counter = 0;
        }
        return (lastMillis << 12) | counter;
    }
}
