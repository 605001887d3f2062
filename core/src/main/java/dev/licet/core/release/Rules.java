package dev.licet.core.release;

import dev.licet.core.json.Fields;
import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the parts of {@link Releases} read in the same way. */
final class Rules {
    private static final Version ZERO = Version.parse("0");

    private Rules() {}

    static Version version(Fields json) {
        Version version = json.parsed("version", Version::parse, "Give a version such as 2.3.1.");
        if (version == null && json.any("version") == null) {
            json.fail("version", "It is missing.");
        }
        return version == null ? ZERO : version;
    }

    static Instant time(Fields json, String name) {
        Instant time = json.instant(name);
        if (time == null && json.any(name) == null) {
            json.fail(name, "Give a time.");
        }
        return time == null ? Instant.EPOCH : time;
    }

    static List<VersionRange> ranges(Fields json) {
        List<VersionRange> ranges = new ArrayList<>();
        for (String text : json.texts("versions")) {
            try {
                ranges.add(VersionRange.parse(text));
            } catch (IllegalArgumentException e) {
                json.fail("versions", "Give versions or ranges such as 2.3.0 - 2.3.4.");
            }
        }
        return ranges;
    }

    static List<String> texts(List<VersionRange> ranges) {
        return ranges.stream().map(VersionRange::toString).toList();
    }
}
