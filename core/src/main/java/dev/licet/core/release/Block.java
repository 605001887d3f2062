package dev.licet.core.release;

import dev.licet.core.json.Fields;
import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Versions that must not run, because they are vulnerable as a rule.
 *
 * @param name what the vendor calls it, the number of an advisory for instance
 * @param from when it takes effect
 * @param reason why, in one sentence for the users of the program
 * @param upgrade the way out
 */
public record Block(
        String name,
        List<VersionRange> versions,
        Instant from,
        @Nullable String reason,
        Upgrade upgrade) {
    public Block {
        versions = List.copyOf(versions);
    }

    /** Whether it is about a version, be it in effect or not. */
    public boolean concerns(Version version) {
        return versions.stream().anyMatch(range -> range.contains(version));
    }

    /** Whether a version must not run at an instant. */
    public boolean stops(Version version, Instant now) {
        return !now.isBefore(from) && concerns(version);
    }

    static Block read(Fields json) {
        Block block = new Block(
                json.requiredText("name"),
                Rules.ranges(json),
                Rules.time(json, "from"),
                json.text("reason"),
                Upgrade.read(json));
        json.noOthers();
        return block;
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("versions", Rules.texts(versions));
        map.put("from", from.toString());
        Upgrade.put(map, "reason", reason);
        upgrade.write(map);
        return map;
    }
}
