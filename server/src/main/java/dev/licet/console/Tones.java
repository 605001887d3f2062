package dev.licet.console;

/** Which tone a word has; the word says it as well, never the colour alone. */
final class Tones {
    private Tones() {}

    static String of(String state) {
        return switch (state) {
            case "active", "done", "approved", "current" -> "state-good";
            case "trial", "running", "open" -> "state-info";
            case "expiring", "grace", "fallback", "queued" -> "state-wait";
            case "expired", "suspended", "revoked", "failed", "rejected" -> "state-bad";
            default -> "state-none";
        };
    }
}
