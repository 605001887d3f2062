package dev.licet.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the public page.
 *
 * @param asked the number as it was typed; null when none was
 * @param result null when the number is unknown, or none was asked for
 */
record VerificationPage(
        String issuer,
        @Nullable String asked,
        @Nullable Verification result,
        String heading,
        String sentence,
        String tone,
        List<Line> lines) {

    /** A name and its value. */
    record Line(String name, String value) {}

    static VerificationPage empty(String issuer) {
        return new VerificationPage(
                issuer,
                null,
                null,
                "Check a certificate",
                "Type the number that stands on the certificate. Hyphens and capital letters don't matter.",
                "wait",
                List.of());
    }

    static VerificationPage unknown(String issuer, String asked, boolean typo) {
        String sentence = typo
                ? "The number has a typing error: no certificate has it. Compare it with the certificate and try again."
                : "No certificate with this number was ever made here. Do not rely on a document that bears it.";
        return new VerificationPage(issuer, shortened(asked), null, "Unknown", sentence, "bad", List.of());
    }

    static VerificationPage wait(String issuer, String asked, long seconds) {
        return new VerificationPage(
                issuer,
                shortened(asked),
                null,
                "Too many tries",
                "Too many unknown numbers came from your network. Try again in " + seconds + " seconds.",
                "bad",
                List.of());
    }

    static VerificationPage of(String asked, Verification result) {
        Status status = result.status();
        return new VerificationPage(
                result.issuer(),
                shortened(asked),
                result,
                status.heading(),
                status.sentence(),
                status.tone(),
                lines(result));
    }

    String title() {
        return result == null ? heading : heading + " – certificate " + result.number();
    }

    /** Not by colour alone. */
    String mark() {
        return switch (tone) {
            case "good" -> "✓";
            case "bad" -> "✗";
            default -> "…";
        };
    }

    String note() {
        Verification shown = java.util.Objects.requireNonNull(result);
        String checked = "Checked at " + Dates.exact(shown.checkedAt()) + ".";
        return shown.changedSince()
                ? checked
                        + " The licence has changed since the certificate was made; what stands here is how it is now."
                : checked;
    }

    private static List<Line> lines(Verification result) {
        List<Line> lines = new ArrayList<>();
        add(lines, "Holder", result.holder());
        add(lines, "Of", result.product());
        add(lines, "Kind", result.plan());
        add(lines, "Number", result.number());
        add(lines, "Certificate made", text(result.madeAt()));
        add(lines, "Valid from", text(result.startsAt()));
        add(lines, "Valid until", result.expiresAt() == null ? "no end" : text(result.expiresAt()));
        add(lines, "Revoked", text(result.revokedAt()));
        return lines;
    }

    private static void add(List<Line> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add(new Line(name, value));
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Dates.exact(instant);
    }

    private static String shortened(String asked) {
        return asked.codePointCount(0, asked.length()) <= 60
                ? asked
                : asked.substring(0, asked.offsetByCodePoints(0, 60));
    }
}
