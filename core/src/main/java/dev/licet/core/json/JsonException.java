package dev.licet.core.json;

/** A text that is not JSON. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what is wrong, one sentence */
    public JsonException(String message) {
        super(message);
    }
}
