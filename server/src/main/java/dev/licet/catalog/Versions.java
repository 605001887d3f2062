package dev.licet.catalog;

import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import dev.licet.platform.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions and ranges of them as requests write them. */
final class Versions {
    private static final Version ZERO = Version.parse("0");
    private static final int MANY = 20;

    private Versions() {}

    /** Zero stands for what is missing or bad, once that is noted. */
    static Version parsed(Checks checks, String pointer, @Nullable String text) {
        Version version = optional(checks, pointer, text);
        return version == null ? ZERO : version;
    }

    static @Nullable Version optional(Checks checks, String pointer, @Nullable String text) {
        try {
            return text == null ? null : Version.parse(text);
        } catch (IllegalArgumentException e) {
            checks.that(pointer, false, "must be a version such as 2.3.1 or 3.0.0-beta.2");
            return null;
        }
    }

    static @Nullable String text(@Nullable Version version) {
        return version == null ? null : version.toString();
    }

    static List<VersionRange> ranges(Checks checks, String pointer, @Nullable List<String> texts) {
        List<VersionRange> ranges = new ArrayList<>();
        List<String> given = texts == null ? List.of() : texts;
        checks.that(pointer, !given.isEmpty() && given.size() <= MANY, "must have 1 to " + MANY + " entries");
        for (int i = 0; i < given.size(); i++) {
            try {
                ranges.add(VersionRange.parse(String.valueOf(given.get(i))));
            } catch (IllegalArgumentException e) {
                checks.that(pointer + "/" + i, false, "must be a version or a range such as 2.3.0 - 2.3.4");
            }
        }
        return ranges;
    }
}
