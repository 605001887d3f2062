package dev.licet.examples.notes;

import dev.licet.sdk.Code;
import dev.licet.sdk.License;
import dev.licet.sdk.LicetException;
import dev.licet.sdk.Upgrade;
import java.util.Optional;

/**
 * A refusal in the words of a person.
 *
 * @param what what happened
 * @param advice what to do about it
 */
record Explanation(String what, String advice) {
    private static final String SUPPORT = "Write to support@notes.example";

    /** Why the licence may not be used at present. */
    static Explanation of(License license) {
        return switch (license.code()) {
            case EXPIRED ->
                new Explanation(
                        "Your licence ended"
                                + license.expiresAt()
                                        .map(end -> " on " + Dates.day(end))
                                        .orElse("") + ".",
                        "Renew it, and it works again by itself.");
            case VERSION_BLOCKED -> version("must not be used any more", license.upgrade());
            case VERSION_TOO_OLD -> version("is too old for your licence", license.upgrade());
            case VERSION_TOO_NEW -> version("is newer than your licence covers", license.upgrade());
            default -> of(license.code(), license.detail());
        };
    }

    /** Why a call came to nothing. */
    static Explanation of(LicetException failure, String server) {
        if (failure instanceof LicetException.Refused refused) {
            return of(refused.code(), refused.detail());
        } else if (failure instanceof LicetException.BadFile bad) {
            return of(bad.code(), bad.detail());
        } else if (failure instanceof LicetException.Untrusted) {
            return new Explanation(
                    "What " + server + " says can't be believed: " + failure.getMessage(),
                    "Check the server's address, and that the keys given are that server's.");
        }
        return new Explanation(
                "The licence server at " + server + " can't be reached.",
                "Check the connection and try again: this takes the server, once. Everything else works on without.");
    }

    static Explanation of(Code code, String detail) {
        return switch (code) {
            case NOT_ACTIVATED -> new Explanation(detail, "Give your key: notes activate KEY");
            case KEY_MISTYPED ->
                new Explanation(
                        "This key is not complete, or has a typing error: " + detail,
                        "Compare it with the one you were sent. The server was not asked.");
            case NOT_FOUND ->
                new Explanation(
                        "There is no licence with this key, or it was replaced by a newer one.",
                        "Compare it with the one you were sent, or write to support@notes.example.");
            case REVOKED -> new Explanation("This licence was taken back for good.", SUPPORT + " for a new one.");
            case SUSPENDED ->
                new Explanation(
                        "Your licence is suspended for the time being.",
                        SUPPORT + ". Once it is resumed, everything works again by itself.");
            case PRODUCT_MISMATCH ->
                new Explanation("This key is for another product.", "Use the one that you were sent for Notes.");
            case NOT_STARTED ->
                new Explanation("Your licence has not begun. " + detail, "It works by itself from then on.");
            case EXPIRED -> new Explanation(detail, "Renew it, then try again.");
            case CHECK_IN_OVERDUE ->
                new Explanation(
                        "Your licence was last confirmed too long ago.", "Connect to the network once: notes license");
            case REGION_DENIED -> new Explanation("Your licence may not be used in this country.", SUPPORT + ".");
            case VERSION_BLOCKED, VERSION_TOO_OLD, VERSION_TOO_NEW ->
                new Explanation(detail, "Install another version; notes license names it.");
            case DEVICE_NOT_ACTIVATED ->
                new Explanation(
                        "This computer's place under your licence was freed.", "Take one again: notes activate");
            case DEVICE_MISMATCH ->
                new Explanation("Another computer that claims to be this one uses your licence.", SUPPORT + ".");
            case HEARTBEAT_MISSED ->
                new Explanation(
                        "This computer was not heard of for too long.",
                        "Start notes with a connection; it reports by itself.");
            case TOO_MANY_DEVICES ->
                new Explanation(
                        "Your licence is on more computers than it is for, and this is one of the latest.",
                        "Run notes deactivate on one that you no longer use, or ask for more places.");
            case DEVICE_LIMIT_REACHED ->
                new Explanation(
                        "All places of your licence are taken:",
                        "Run notes deactivate on one of them, then notes activate here.");
            case TOO_MANY_LEASES, SEATS_EXHAUSTED ->
                new Explanation(
                        "All seats of your licence are in use by others. " + detail,
                        "Try again when somebody has left Notes, or wait for it: notes wait");
            case QUEUE_FULL ->
                new Explanation(
                        "All seats of your licence are in use, and as many wait as may.", "Try again a little later.");
            case NOT_FLOATING ->
                new Explanation("The seats of your licence stay with their computers.", "There is nothing to borrow.");
            case USAGE_EXCEEDED ->
                new Explanation("All of it is used up.", "Wait for the next period, or ask for a larger plan.");
            case CLOCK_SET_BACK ->
                new Explanation(
                        "The clock of this computer was set back. " + detail,
                        "Set it right, then connect once: notes license");
            case FILE_MALFORMED ->
                new Explanation(
                        "This file is not whole, or is no licence file. " + detail,
                        "Take it anew from where you got it, and do not open it in between.");
            case FILE_UNTRUSTED -> new Explanation("This file was altered, or is not ours. " + detail, SUPPORT + ".");
            case FILE_OTHER_KEY, FILE_OTHER_DEVICE ->
                new Explanation(
                        "This file is for another licence or another computer. " + detail,
                        "Ask for one for this computer: notes request KEY");
            case FILE_UNSUPPORTED -> new Explanation(detail, "Start this program with a newer Java.");
            case FILE_GIVEN_UP ->
                new Explanation(
                        "You gave the place up that this file stands for.", "Ask for a new one: notes request KEY");
            case REVOCATIONS_STALE -> new Explanation(detail, "Install the present one: notes install FILE");
            default -> new Explanation(detail, SUPPORT + " if you need help.");
        };
    }

    private static Explanation version(String what, Optional<Upgrade> upgrade) {
        String way = upgrade.map(Advice::way).orElse("").strip();
        return new Explanation(
                "Notes " + Notes.VERSION + " " + what + "."
                        + upgrade.map(Advice::said).orElse(""),
                way.isEmpty() ? "Install another version." : way);
    }
}
