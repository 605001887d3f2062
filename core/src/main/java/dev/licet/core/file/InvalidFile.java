package dev.licet.core.file;

/** A file that is not to be trusted, or cannot be read here. */
public final class InvalidFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** What is wrong. The names are part of the interface: programs show them. */
    public enum Fault {
        /** It is no such file, or not written as one: altered, cut, or something else stands around it. */
        FILE_MALFORMED,
        /** A signature is wrong, missing, or by a key that is not trusted; or what is signed is not what was asked for. */
        FILE_UNTRUSTED,
        /** It is encrypted for the holder of another licence key. */
        FILE_OTHER_KEY,
        /** It is encrypted for another device. */
        FILE_OTHER_DEVICE,
        /** This Java lacks an algorithm that the file needs. */
        FILE_UNSUPPORTED
    }

    /** @param message why, one sentence */
    public InvalidFile(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** @param message why, one sentence */
    public InvalidFile(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
