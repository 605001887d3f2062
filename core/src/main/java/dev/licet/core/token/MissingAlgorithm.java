package dev.licet.core.token;

/** This Java lacks an algorithm, so that nothing can be said of a signature: neither that it is good nor that it is bad. */
public final class MissingAlgorithm extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what is missing and how to get it, one sentence */
    public MissingAlgorithm(String message, Throwable cause) {
        super(message, cause);
    }
}
