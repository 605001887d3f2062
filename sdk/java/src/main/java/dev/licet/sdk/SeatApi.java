package dev.licet.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls of the HTTP contract about floating seats. */
record SeatApi(Api api, Settings settings) {

    /**
     * A seat, or a place in the queue.
     *
     * @param process by which the server tells this seat's holder from others on the device, and one request from another
     */
    Api.Timed take(String key, LeaseRequest request, String process) {
        return post(body(key, request, process), process);
    }

    /** Asks again with a place in the queue. */
    Api.Timed ask(String key, LeaseRequest request, String process, Answer queued) {
        Map<String, @Nullable Object> body = body(key, request, process);
        body.put("ticket", ticket(queued));
        return post(body, UUID.randomUUID().toString());
    }

    private Api.Timed post(Map<String, @Nullable Object> body, String idempotencyKey) {
        return api.timed("v1/leases", Map.of("Idempotency-Key", idempotencyKey), body);
    }

    private Map<String, @Nullable Object> body(String key, LeaseRequest request, String process) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("key", key);
        body.put("product", settings.product());
        body.put("device", api.deviceWithName());
        api.whoAndWhat(body);
        body.put("process", process);
        body.put("cores", Runtime.getRuntime().availableProcessors());
        putText(body, "feature", request.feature());
        if (request.quantity() > 1) {
            body.put("quantity", request.quantity());
        }
        putText(body, "ttl", request.ttl());
        putText(body, "borrow", request.borrow());
        if (request.longestWait() != null) {
            body.put("queue", true);
        }
        return body;
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

    void leaveQueue(String key, Answer queued) {
        api.delete("v1/leases/queue/" + ticket(queued), key);
    }

    static boolean isQueued(Api.Timed answer) {
        return answer.status() == 202;
    }

    static int position(Answer queued) {
        return queued.object("ticket")
                .flatMap(ticket -> ticket.integer("position"))
                .orElse(1);
    }

    private static String ticket(Answer queued) {
        return queued.object("ticket")
                .flatMap(ticket -> ticket.text("id"))
                .orElseThrow(() -> new LicetException.Unreachable("The answer is not from a Licet server."));
    }

    /** @throws LicetException.Unreachable when the answer has no seat in it */
    static String id(Answer answer) {
        return answer.object("lease")
                .flatMap(lease -> lease.text("id"))
                .orElseThrow(() -> new LicetException.Unreachable("The answer is not from a Licet server."));
    }

    /** How long the place in the queue lasts without asking. */
    static Optional<Duration> lapse(Answer queued, Instant now) {
        return queued.object("ticket").flatMap(ticket -> ticket.until("lapsesAt", now));
    }

    private static void putText(Map<String, @Nullable Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }
}
