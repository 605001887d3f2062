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
 * Versions that come to their end in three dated stages, none before the one that precedes it.
 *
 * @param name what the vendor calls it
 * @param noticeAt from when on users are told
 * @param restrictedAt from when on no further device can be activated with them; those that are go on
 * @param endsAt from when on they must not run
 * @param upgrade the way out, shown from the notice on
 */
public record EndOfLife(
        String name,
        List<VersionRange> versions,
        Instant noticeAt,
        Instant restrictedAt,
        Instant endsAt,
        Upgrade upgrade) {

    /** How far it has come, in this order. */
    public enum Stage {
        /** Nobody hears of it yet. */
        PLANNED,
        /** Users are told. */
        NOTICE,
        /** No further device can be activated. */
        RESTRICTED,
        /** The versions must not run. */
        ENDED
    }

    public EndOfLife {
        versions = List.copyOf(versions);
        if (restrictedAt.isBefore(noticeAt) || endsAt.isBefore(restrictedAt)) {
            throw new IllegalArgumentException("An end of life is noticed first, then restricted, then there.");
        }
    }

    /** Whether it is about a version. */
    public boolean concerns(Version version) {
        return versions.stream().anyMatch(range -> range.contains(version));
    }

    /** The stage it is in at an instant. */
    public Stage stage(Instant now) {
        if (!now.isBefore(endsAt)) {
            return Stage.ENDED;
        } else if (!now.isBefore(restrictedAt)) {
            return Stage.RESTRICTED;
        }
        return now.isBefore(noticeAt) ? Stage.PLANNED : Stage.NOTICE;
    }

    /** When a stage begins; {@link Stage#PLANNED} has always begun. */
    public Instant beginOf(Stage stage) {
        return switch (stage) {
            case PLANNED -> Instant.MIN;
            case NOTICE -> noticeAt;
            case RESTRICTED -> restrictedAt;
            case ENDED -> endsAt;
        };
    }

    static EndOfLife read(Fields json) {
        String name = json.requiredText("name");
        List<VersionRange> versions = Rules.ranges(json);
        Instant notice = Rules.time(json, "noticeAt");
        Instant restricted = Rules.time(json, "restrictedAt");
        Instant end = Rules.time(json, "endsAt");
        Upgrade upgrade = Upgrade.read(json);
        json.noOthers();
        if (restricted.isBefore(notice) || end.isBefore(restricted)) {
            json.fail("endsAt", "Give times of which none is before the one that precedes it.");
            return new EndOfLife(name, versions, end, end, end, upgrade);
        }
        return new EndOfLife(name, versions, notice, restricted, end, upgrade);
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("versions", Rules.texts(versions));
        map.put("noticeAt", noticeAt.toString());
        map.put("restrictedAt", restrictedAt.toString());
        map.put("endsAt", endsAt.toString());
        upgrade.write(map);
        return map;
    }
}
