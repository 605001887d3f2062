package dev.licet.core.release;

import dev.licet.core.json.Fields;
import dev.licet.core.version.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way out for a version that may not run, or not much longer.
 *
 * @param version the version to install
 * @param message what the vendor tells its users, at most 1000 characters
 * @param guide the address of a page that says how, an http or https URL
 * @param offer the address of a page where what is needed for it can be bought or claimed
 */
public record Upgrade(
        @Nullable Version version,
        @Nullable String message,
        @Nullable String guide,
        @Nullable String offer) {
    /** No way out is known. */
    public static final Upgrade NONE = new Upgrade(null, null, null, null);

    /** A way out without further pages. */
    public Upgrade(@Nullable Version version, @Nullable String message) {
        this(version, message, null, null);
    }

    /** The same way to another version. */
    public Upgrade to(@Nullable Version version) {
        return new Upgrade(version, message, guide, offer);
    }

    /** This, or null when it says nothing. */
    public @Nullable Upgrade orNull() {
        return equals(NONE) ? null : this;
    }

    /** Reads it from the members {@code upgradeTo}, {@code message}, {@code guide} and {@code offer} of a larger object. */
    static Upgrade read(Fields json) {
        return new Upgrade(
                json.parsed("upgradeTo", Version::parse, "Give a version such as 2.3.1."),
                json.text("message"),
                json.text("guide"),
                json.text("offer"));
    }

    void write(Map<String, @Nullable Object> map) {
        put(map, "upgradeTo", version == null ? null : version.toString());
        put(map, "message", message);
        put(map, "guide", guide);
        put(map, "offer", offer);
    }

    static void put(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
