package dev.licet.platform;

/** The server cannot start, and the message is the one sentence for the person who started it: what is wrong and the mend. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
