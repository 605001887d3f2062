package dev.licet.sdk;

import dev.licet.core.json.Json;
import dev.licet.core.token.LicenseToken;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A floating seat as the server gave it.
 *
 * @param id {@code lease_…}
 * @param feature the feature it is a seat of; null for the licence
 * @param quantity how many seats it is
 * @param borrowed whether it is kept without renewals
 * @param key the licence key it was taken with
 * @param compact the signed token that proves it
 * @param token the same, verified
 * @param skew what to add to the machine's clock to get the server's time, or a little more: the time the answer took is not
 *     given away, so that the seat never lasts longer here than there
 */
record Seat(
        String id,
        @Nullable String feature,
        int quantity,
        boolean borrowed,
        String key,
        String compact,
        LicenseToken token,
        Duration skew) {

    static Seat of(String id, String key, LeaseRequest request, Granted granted) {
        return new Seat(
                id,
                request.feature(),
                request.quantity(),
                request.borrow() != null,
                key,
                granted.compact(),
                granted.token(),
                granted.skew());
    }

    /** The server's time, never less. */
    Instant at(Instant local) {
        return local.plus(skew);
    }

    Duration left(Instant local) {
        return Duration.between(at(local), token.expiresAt());
    }

    boolean over(Instant local) {
        return !at(local).isBefore(token.expiresAt());
    }

    /** The same for longer. */
    Seat renewed(Granted granted) {
        return new Seat(id, feature, quantity, borrowed, key, granted.compact(), granted.token(), granted.skew());
    }

    /** What an answer brings. */
    record Granted(String compact, LicenseToken token, Duration skew) {}

    String write() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("feature", feature);
        json.put("quantity", quantity);
        json.put("borrowed", borrowed);
        json.put("key", key);
        json.put("token", compact);
        json.put("skew", skew.toString());
        return Json.write(json);
    }

    /**
     * Reads what {@link #write} wrote; it has been proved unaltered before.
     *
     * @throws LicetException.Untrusted when the token is not good here any more
     */
    static Seat read(String text, TokenCheck check) {
        Answer json = new Answer(Json.parseObject(text));
        String compact = json.text("token").orElse("");
        return new Seat(
                json.text("id").orElse(""),
                json.text("feature").orElse(null),
                json.integer("quantity").orElse(1),
                json.flag("borrowed").orElse(false),
                json.text("key").orElse(""),
                compact,
                check.check(compact, null),
                Duration.parse(json.text("skew").orElse("PT0S")));
    }
}
