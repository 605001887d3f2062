package dev.licet.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of the HTTP contract about floating seats. */
record SeatApi(Api api, Settings settings) {

    /** A seat, or a place in the queue. */
    Api.Timed take(String key, LeaseRequest request, String idempotencyKey) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("key", key);
        body.put("device", api.deviceWithName());
        api.whoAndWhat(body);
        putText(body, "feature", request.feature());
        if (request.quantity() > 1) {
            body.put("quantity", request.quantity());
        }
        putText(body, "ttl", request.ttl());
        putText(body, "borrow", request.borrow());
        if (request.longestWait() != null) {
            body.put("queue", true);
        }
        return api.timed("v1/leases", Map.of("Idempotency-Key", idempotencyKey), body);
    }

    Api.Timed renew(Seat seat) {
        return api.timed("v1/leases/" + seat.id() + "/renewals", Api.authorization(seat.key()), Map.of());
    }

    /** A seat that is gone already is given back. */
    void giveBack(String id, String key) {
        try {
            api.delete("v1/leases/" + id, key);
        } catch (LicetException.Refused e) {
            if (!e.codeText().equals("NOT_FOUND") && e.code() != Code.LEASE_ENDED) {
                throw e;
            }
        }
    }

    /** Whether it is the program's turn yet. */
    Api.Timed ask(String key, Answer queued) {
        return api.timed("v1/leases/queue/" + ticket(queued), Api.authorization(key), Map.of());
    }

    void leaveQueue(String key, Answer queued) {
        api.delete("v1/leases/queue/" + ticket(queued), key);
    }

    static boolean isQueued(Api.Timed answer) {
        return answer.status() == 202;
    }

    static int position(Answer queued) {
        return queued.integer("position").orElse(1);
    }

    private static String ticket(Answer queued) {
        return queued.text("ticket")
                .orElseThrow(() -> new LicetException.Unreachable("The answer is not from a Licet server."));
    }

    /** @throws LicetException.Unreachable when the answer has no seat in it */
    static String id(Answer answer) {
        return answer.object("lease")
                .flatMap(lease -> lease.text("id"))
                .orElseThrow(() -> new LicetException.Unreachable("The answer is not from a Licet server."));
    }

    /** How soon the server wants to be asked again. */
    static Optional<Duration> pause(Answer queued, Instant now) {
        return queued.until("retryAt", now);
    }

    private static void putText(Map<String, @Nullable Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }
}
