package dev.licet.examples.notes;

import dev.licet.sdk.License;
import dev.licet.sdk.Upgrade;
import dev.licet.sdk.Warning;
import java.util.List;

/** What the user of a valid licence should hear. */
final class Advice {
    private Advice() {}

    static List<String> of(License license) {
        return license.warnings().stream()
                .map(warning -> sentence(warning, license))
                .toList();
    }

    /** Only what is worth a line on every command. */
    static List<String> urgent(License license) {
        return license.warnings().stream()
                .filter(warning -> warning.level() == Warning.Level.CRITICAL)
                .map(warning -> sentence(warning, license))
                .toList();
    }

    private static String sentence(Warning warning, License license) {
        String end = license.expiresAt().map(Dates::day).orElse("a day unknown");
        String left = Dates.days(warning.daysLeft().orElse(0));
        return switch (warning.code()) {
            case "EXPIRES_SOON" -> "Your licence ends in " + left + ", on " + end + ". Renew it in time.";
            case "IN_GRACE" -> "Your licence ended on " + end + ". It can be used for " + left + " more: renew it now.";
            case "FALLBACK" ->
                "Your licence ended on " + end + ", so the free plan is what remains. Renew it to go on"
                        + " as before.";
            case Warning.UNREACHABLE -> "The licence server can't be reached. Everything works on for " + left + ".";
            case Warning.MAINTENANCE_ENDS_SOON ->
                "New versions are in your licence for " + left + " more; those you have stay yours.";
            case Warning.END_OF_LIFE ->
                "Notes " + Notes.VERSION + " can be used for " + left + " more."
                        + warning.upgrade()
                                .map(upgrade -> said(upgrade) + way(upgrade))
                                .orElse("");
            default -> warning.detail();
        };
    }

    /** What the vendor says of a version that has to be left. */
    static String said(Upgrade upgrade) {
        return upgrade.message().map(text -> " " + text).orElse("");
    }

    /** Where a user gets another version: what to install, the page that helps, and what it costs. */
    static String way(Upgrade upgrade) {
        String install = upgrade.version()
                .map(version -> " Install version " + version
                        + upgrade.guide().map(page -> ": " + page).orElse("."))
                .orElse("");
        return install + upgrade.offer().map(page -> " Your offer: " + page).orElse("");
    }
}
