package dev.licet.sdk;

import dev.licet.core.time.Span;
import dev.licet.sdk.FakeServer.Asked;
import dev.licet.sdk.FakeServer.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The floating seats of the {@link FakeServer}. */
final class FakeSeats {

    private final FakeLicense license;
    final Map<String, Instant> taken = new LinkedHashMap<>();
    final List<String> queue = new ArrayList<>();
    private final Map<String, Reply> answered = new LinkedHashMap<>();
    int limit = 1;
    String ttl = "PT10M";
    private int given;

    FakeSeats(FakeLicense license) {
        this.license = license;
    }

    Reply reply(Asked asked) {
        taken.values().removeIf(end -> !license.clock.instant().isBefore(end));
        String[] path = asked.path().split("/", -1);
        if (path.length == 3) {
            return answered.computeIfAbsent(String.valueOf(asked.headers().get("idempotency-key")), key -> take(asked));
        } else if (path[3].equals("queue")) {
            queue.remove(path[4]);
            return new Reply(204, Map.of(), "");
        } else if (asked.method().equals("DELETE")) {
            return taken.remove(path[3]) == null ? gone() : new Reply(204, Map.of(), "");
        }
        return taken.containsKey(path[3]) ? granted(200, path[3], Span.parse(ttl), asked) : gone();
    }

    private Reply take(Asked asked) {
        Object ticket = asked.body().get("ticket");
        if (ticket == null ? taken.size() < limit : queue.indexOf(ticket) == 0 && taken.size() < limit) {
            queue.remove(ticket);
            Object borrow = asked.body().get("borrow");
            return granted(201, "lease_" + ++given, Span.parse(borrow == null ? ttl : String.valueOf(borrow)), asked);
        } else if (ticket != null) {
            return place(String.valueOf(ticket));
        } else if (Boolean.TRUE.equals(asked.body().get("queue"))) {
            queue.add("ticket_" + ++given);
            return place("ticket_" + given);
        }
        return Reply.json(
                409,
                Map.of("code", "SEATS_EXHAUSTED", "detail", "All are taken.", "inUse", taken.size(), "limit", limit));
    }

    private Reply place(String ticket) {
        return Reply.json(202, Map.of("ticket", Map.of("id", ticket, "position", queue.indexOf(ticket) + 1)));
    }

    private Reply granted(int status, String id, Span time, Asked asked) {
        Map<String, @Nullable Object> claims = license.claims(asked);
        Instant end = time.addTo(license.clock.instant());
        claims.put("exp", end.getEpochSecond());
        taken.put(id, end);
        return Reply.json(
                status,
                Map.of("lease", Map.of("id", id), "expiresAt", end.toString(), "token", license.signing.sign(claims)));
    }

    private static Reply gone() {
        return Reply.json(404, Map.of("code", "NOT_FOUND", "detail", "There is no such lease."));
    }
}
