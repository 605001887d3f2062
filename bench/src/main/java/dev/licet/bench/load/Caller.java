package dev.licet.bench.load;

import java.nio.ByteBuffer;

/** What the connections of a {@link Load} ask and are answered. All calls come from one thread. */
public interface Caller {

    /** Puts the next request of a connection into the buffer, which is empty and has {@link Load#ROOM} bytes. */
    void ask(int connection, ByteBuffer request);

    /**
     * Looks at the answer.
     *
     * @param body from its position to its limit; chunks are not put together
     * @return false when it is not the answer that was expected, which ends the measurement
     */
    boolean answered(int connection, int status, ByteBuffer body);
}
