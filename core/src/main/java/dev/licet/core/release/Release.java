package dev.licet.core.release;

import dev.licet.core.json.Fields;
import dev.licet.core.version.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version that was given out.
 *
 * @param releasedAt when
 * @param channel to whom, such as {@code beta}; {@link #STABLE} to everybody
 * @param guide the address of a page about it, where it is to be had as a rule
 */
public record Release(
        Version version,
        Instant releasedAt,
        String channel,
        @Nullable String guide) {
    /** The channel of releases for everybody: only these are offered to a program that has to change. */
    public static final String STABLE = "stable";

    /** A release for everybody. */
    public Release(Version version, Instant releasedAt) {
        this(version, releasedAt, STABLE, null);
    }

    static Release read(Fields json) {
        String channel = json.text("channel");
        Release release = new Release(
                Rules.version(json),
                Rules.time(json, "releasedAt"),
                Objects.requireNonNullElse(channel, STABLE),
                json.text("guide"));
        json.noOthers();
        return release;
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", version.toString());
        map.put("releasedAt", releasedAt.toString());
        Upgrade.put(map, "channel", channel.equals(STABLE) ? null : channel);
        Upgrade.put(map, "guide", guide);
        return map;
    }
}
