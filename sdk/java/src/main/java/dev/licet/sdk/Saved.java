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
 * @param carried what came by hand
 * @param statement what the root said last of the keys
 * @param listed when the list of what was taken back was signed that is the latest known
 * @param time the time as it was last seen
 */
record Saved(
        @Nullable String key,
        @Nullable String device,
        @Nullable String token,
        @Nullable Map<String, @Nullable Object> refusal,
        Carried carried,
        @Nullable String statement,
        @Nullable Instant listed,
        TrustedTime time) {

    static final Saved NOTHING = new Saved(null, null, null, null, Carried.NOTHING, null, null, TrustedTime.NONE);

    /** The same for a licence key: what was known of another is of no use. */
    Saved claimed(String newKey) {
        if (newKey.equals(key)) {
            return this;
        }
        Carried kept = key == null ? carried : carried.emptied();
        return new Saved(newKey, null, null, null, kept, statement, listed, time);
    }

    Saved activated(String newDevice) {
        return new Saved(key, newDevice, token, refusal, carried, statement, listed, time);
    }

    /** After a yes. */
    Saved permitted(String newToken, TrustedTime newTime) {
        return new Saved(key, device, newToken, null, carried, statement, listed, newTime);
    }

    /** After a no. One that is about the program's version leaves the last yes to other versions. */
    Saved refused(Map<String, @Nullable Object> reason) {
        String kept = Refusal.isAboutVersion(reason) ? token : null;
        return new Saved(key, device, kept, reason, carried, statement, listed, time);
    }

    /** After the place was given back. */
    Saved forgotten() {
        return new Saved(null, null, null, null, carried.emptied(), statement, listed, time);
    }

    /** With a request that was written down to be carried. */
    Saved asking(Carried.Asked request) {
        return new Saved(key, device, token, refusal, carried.asking(request), statement, listed, time);
    }

    /** With a licence file, which counts from now on whatever was said before. */
    Saved installed(@Nullable String newKey, String file, boolean answered, TrustedTime newTime) {
        Saved same = newKey == null || newKey.equals(key) ? this : claimed(newKey);
        return new Saved(
                same.key, same.device, same.token, null, carried.installed(file, answered), statement, listed, newTime);
    }

    /** After the place was given up by a proof that is carried. */
    Saved gaveUp(String file, String proof) {
        return new Saved(key, null, null, refusal, carried.gaveUp(file, proof), statement, listed, time);
    }

    Saved told(String newStatement) {
        return new Saved(key, device, token, refusal, carried, newStatement, listed, time);
    }

    Saved listed(Instant at, TrustedTime newTime) {
        return new Saved(key, device, token, refusal, carried, statement, at, newTime);
    }

    Saved at(TrustedTime newTime) {
        return new Saved(key, device, token, refusal, carried, statement, listed, newTime);
    }

    String write() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", key);
        json.put("device", device);
        json.put("token", token);
        json.put("refusal", refusal);
        json.put("carried", carried.toMap());
        json.put("statement", statement);
        json.put("listed", listed == null ? null : listed.toString());
        json.put("seen", time.seen() == null ? null : time.seen().toString());
        json.put("skew", time.skew().toString());
        return Json.write(json);
    }

    /** Reads what {@link #write} wrote; it has been proved unaltered before. */
    static Saved read(String text) {
        Answer json = new Answer(Json.parseObject(text));
        return new Saved(
                json.text("key").orElse(null),
                json.text("device").orElse(null),
                json.text("token").orElse(null),
                json.object("refusal").map(Answer::json).orElse(null),
                json.object("carried").map(Carried::read).orElse(Carried.NOTHING),
                json.text("statement").orElse(null),
                json.text("listed").map(Instant::parse).orElse(null),
                new TrustedTime(
                        json.text("seen").map(Instant::parse).orElse(null),
                        json.text("skew").map(Duration::parse).orElse(Duration.ZERO)));
    }
}
