package dev.licet.sdk;

import dev.licet.core.file.InvalidFile;
import java.util.List;
import java.util.Optional;

/** Why a call came to nothing. What stood before the call still stands. */
public abstract sealed class LicetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private LicetException(String message, Throwable cause) {
        super(message, cause);
    }

    private LicetException(String message) {
        super(message);
    }

    /** The server said no. */
    public static final class Refused extends LicetException {

        private static final long serialVersionUID = 1;

        private final String codeText;
        private final transient List<HeldPlace> devices;
        private final transient Optional<Seats> seats;
        private final transient Optional<String> requestId;

        /** Made by the SDK. */
        Refused(Code code, String detail) {
            this(code.name(), detail, List.of(), Optional.empty(), Optional.empty());
        }

        Refused(
                String codeText,
                String detail,
                List<HeldPlace> devices,
                Optional<Seats> seats,
                Optional<String> requestId) {
            super(detail);
            this.codeText = codeText;
            this.devices = List.copyOf(devices);
            this.seats = seats;
            this.requestId = requestId;
        }

        /** Why; {@link Code#UNKNOWN} when the server is newer than this SDK. */
        public Code code() {
            return Code.of(codeText);
        }

        /** The same as text. */
        public String codeText() {
            return codeText;
        }

        /** One sentence for a person. */
        public String detail() {
            return String.valueOf(getMessage());
        }

        /** The devices that hold the places, for {@link Code#DEVICE_LIMIT_REACHED}. */
        public List<HeldPlace> devices() {
            return devices;
        }

        /** How many seats there are and are taken, for {@link Code#SEATS_EXHAUSTED}. */
        public Optional<Seats> seats() {
            return seats;
        }

        /** By which the vendor finds the call in the server's log. */
        public Optional<String> requestId() {
            return requestId;
        }
    }

    /** There was no answer, or none of a Licet server, within the time given and after all tries. */
    public static final class Unreachable extends LicetException {

        private static final long serialVersionUID = 1;

        Unreachable(String message) {
            super(message);
        }

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * There was an answer, and it can't be believed: it is not signed by one of the program's keys, is for another product,
     * device, user or licence, or is an old one played back.
     */
    public static final class Untrusted extends LicetException {

        private static final long serialVersionUID = 1;

        Untrusted(String message) {
            super(message);
        }

        Untrusted(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A file that was brought is of no use here: altered, encrypted for another device, signed by somebody else. */
    public static final class BadFile extends LicetException {

        private static final long serialVersionUID = 1;

        private final Code code;

        BadFile(Code code, String detail) {
            super(detail);
            this.code = code;
        }

        BadFile(Code code, String detail, Throwable cause) {
            super(detail, cause);
            this.code = code;
        }

        BadFile(InvalidFile cause) {
            this(Code.of(cause.fault().name()), String.valueOf(cause.getMessage()), cause);
        }

        /** Why; one of those that begin with {@code FILE_}. */
        public Code code() {
            return code;
        }

        /** One sentence for a person. */
        public String detail() {
            return String.valueOf(getMessage());
        }
    }
}
