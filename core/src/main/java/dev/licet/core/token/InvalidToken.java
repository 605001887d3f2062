package dev.licet.core.token;

/** A token that is not to be trusted. */
public final class InvalidToken extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message why, one sentence */
    public InvalidToken(String message) {
        super(message);
    }

    /** @param message why, one sentence */
    public InvalidToken(String message, Throwable cause) {
        super(message, cause);
    }
}
