package dev.licet.sdk;

import dev.licet.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept between two runs of a program.
 *
 * @param key the licence key
 * @param device the id under which this device is activated, {@code dev_…}
 * @param token the last good token
 * @param refusal the server's last word, when that was no
 * @param time the time as it was last seen
 */
record Saved(
        @Nullable String key,
        @Nullable String device,
        @Nullable String token,
        @Nullable Map<String, @Nullable Object> refusal,
        TrustedTime time) {

    static final Saved NOTHING = new Saved(null, null, null, null, TrustedTime.NONE);

    /** The same for a licence key: what was known of another is of no use. */
    Saved claimed(String newKey) {
        return newKey.equals(key) ? this : new Saved(newKey, null, null, null, time);
    }

    Saved activated(String newDevice) {
        return new Saved(key, newDevice, token, refusal, time);
    }

    /** After a yes. */
    Saved permitted(String newToken, TrustedTime newTime) {
        return new Saved(key, device, newToken, null, newTime);
    }

    /** After a no. One that is about the program's version leaves the last yes to other versions. */
    Saved refused(Map<String, @Nullable Object> reason) {
        return new Saved(key, device, Refusal.isAboutVersion(reason) ? token : null, reason, time);
    }

    /** After the place was given back. */
    Saved forgotten() {
        return NOTHING.at(time);
    }

    Saved at(TrustedTime newTime) {
        return new Saved(key, device, token, refusal, newTime);
    }

    String write() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", key);
        json.put("device", device);
        json.put("token", token);
        json.put("refusal", refusal);
        json.put("seen", time.seen() == null ? null : time.seen().toString());
        json.put("skew", time.skew().toString());
        return Json.write(json);
    }

    /** Reads what {@link #write} wrote; it has been proved unaltered before. */
    static Saved read(String text) {
        Map<String, @Nullable Object> json = Json.parseObject(text);
        String seen = text(json, "seen");
        String skew = text(json, "skew");
        return new Saved(
                text(json, "key"),
                text(json, "device"),
                text(json, "token"),
                json.get("refusal") instanceof Map<?, ?> map ? Answer.members(map) : null,
                new TrustedTime(
                        seen == null ? null : Instant.parse(seen),
                        skew == null ? Duration.ZERO : Duration.parse(skew)));
    }

    private static @Nullable String text(Map<String, @Nullable Object> json, String name) {
        return json.get(name) instanceof String text ? text : null;
    }
}
