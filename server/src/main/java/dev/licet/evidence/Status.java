package dev.licet.evidence;

import dev.licet.licensing.RecordedLicense;
import java.util.Objects;

/** Whether a certificate is good now. */
enum Status {
    VALID("Valid", "This certificate is valid.", "good"),
    NOT_STARTED("Not valid yet", "The licence has not begun.", "wait"),
    EXPIRED("Expired", "The licence has ended.", "bad"),
    SUSPENDED("Suspended", "The licence is suspended for the time being.", "wait"),
    REVOKED("Revoked", "The licence was revoked. The certificate is no longer valid.", "bad"),
    TRANSFERRED("No longer valid", "The licence was handed to somebody else after this certificate was made.", "bad");

    private final String heading;
    private final String sentence;
    private final String tone;

    Status(String heading, String sentence, String tone) {
        this.heading = heading;
        this.sentence = sentence;
        this.tone = tone;
    }

    static Status of(Certificate certificate, RecordedLicense now) {
        return switch (now.state()) {
            case "revoked" -> REVOKED;
            case String ignored when !Objects.equals(certificate.customerId(), now.customerId()) -> TRANSFERRED;
            case "suspended" -> SUSPENDED;
            case "pending" -> NOT_STARTED;
            case "expired" -> EXPIRED;
            default -> VALID;
        };
    }

    String heading() {
        return heading;
    }

    String sentence() {
        return sentence;
    }

    String tone() {
        return tone;
    }
}
