package dev.licet.platform;

import java.time.Instant;

/**
 * Work that falls due as time passes. Beans of this type run every few seconds, on one node at a time, and after each
 * move of the sandbox clock, before the move is answered. Order them with {@code @Order}.
 */
public interface DueWork {

    /** Does all that is due at {@code now}, in transactions of its own; running it twice changes nothing more. */
    void run(Instant now);
}
