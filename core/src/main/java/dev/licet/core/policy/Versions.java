package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of the program a licence may be used with. A program that does not tell its version is not judged by it.
 *
 * @param min the lowest, included
 * @param max the highest, included
 * @param blocked ranges that must not run, for instance because they are vulnerable
 * @param upgradeTo the version to which a refused program is pointed
 * @param message what its user is told
 */
public record Versions(
        @Nullable Version min,
        @Nullable Version max,
        List<VersionRange> blocked,
        @Nullable Version upgradeTo,
        @Nullable String message) {
    /** Every version. */
    public static final Versions ANY = new Versions(null, null, List.of(), null, null);

    private static final String MEND = "Give a version such as 2.3.1.";

    static Versions read(@Nullable Fields json) {
        if (json == null) {
            return ANY;
        }
        Versions versions = new Versions(
                json.parsed("min", Version::parse, MEND),
                json.parsed("max", Version::parse, MEND),
                ranges(json),
                json.parsed("upgradeTo", Version::parse, MEND),
                json.text("message"));
        json.noOthers();
        if (versions.min != null && versions.max != null && versions.min.compareTo(versions.max) > 0) {
            json.fail("max", "Give a version that is not below min.");
        }
        return versions;
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("min", min == null ? null : min.toString());
        map.put("max", max == null ? null : max.toString());
        map.put("blocked", blocked.stream().map(VersionRange::toString).toList());
        map.put("upgradeTo", upgradeTo == null ? null : upgradeTo.toString());
        map.put("message", message);
        return map;
    }

    private static List<VersionRange> ranges(Fields json) {
        List<VersionRange> ranges = new ArrayList<>();
        for (String text : json.texts("blocked")) {
            try {
                ranges.add(VersionRange.parse(text));
            } catch (IllegalArgumentException e) {
                json.fail("blocked", "Give versions or ranges such as 2.3.0 - 2.3.4.");
            }
        }
        return ranges;
    }
}
