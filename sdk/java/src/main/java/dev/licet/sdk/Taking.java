package dev.licet.sdk;

import dev.licet.core.token.LicenseToken;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks the server for floating seats. */
final class Taking {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    /** For so long, a request whose answer never came is asked again as the same request, so that it takes one seat. */
    private static final Duration SAME_REQUEST = Duration.ofMinutes(4);

    private final Session session;
    private final SeatApi api;
    private final Runnable settle;
    private final Map<String, Asked> unanswered = new ConcurrentHashMap<>();

    private record Asked(String process, Instant at) {}

    Taking(Session session, Runnable settle) {
        this.session = session;
        this.api = new SeatApi(session.api(), session.settings());
        this.settle = settle;
    }

    /** A new seat, for which it waits if that was asked for. */
    Seat take(String key, LeaseRequest request) {
        String question = key + " " + request;
        Asked asked = asked(question);
        try {
            Api.Timed given = api.take(key, request, asked.process());
            if (SeatApi.isQueued(given)) {
                given = new Queue(session, api).wait(key, request, asked.process(), given);
            }
            return seat(key, request, given);
        } catch (LicetException.Unreachable e) {
            unanswered.put(question, asked);
            throw e;
        }
    }

    /** @throws LicetException.Refused when the server has it no more */
    Seat renew(SeatApi how, Seat seat) {
        Seat.Granted granted = granted(how.renew(seat), seat.token());
        session.memory().keepTime();
        return seat.renewed(granted);
    }

    /** The request that was not answered, or a new one; in any case nobody else's. */
    private Asked asked(String question) {
        Asked before = unanswered.remove(question);
        Instant now = session.local();
        if (before != null && Duration.between(before.at(), now).abs().compareTo(SAME_REQUEST) <= 0) {
            return before;
        }
        return new Asked(UUID.randomUUID().toString(), now);
    }

    private Seat seat(String key, LeaseRequest request, Api.Timed given) {
        String id = SeatApi.id(given.answer());
        Known known = session.memory().now();
        LicenseToken earlier = key.equals(known.saved().key()) ? known.token() : null;
        try {
            Seat.Granted granted = granted(given, earlier);
            session.memory().keepTime();
            return Seat.of(id, key, request, granted);
        } catch (LicetException e) {
            giveUp(id, key);
            throw e;
        }
    }

    /** Only an answer that is new is believed. One that is not may be an old one played back, or the clock is wrong. */
    private Seat.Granted granted(Api.Timed given, @Nullable LicenseToken earlier) {
        String compact = given.answer().text("token").orElse("");
        LicenseToken token = session.believe(compact, () -> session.check().check(compact, earlier));
        if (!session.couldBeFresh(token)) {
            settle.run();
        }
        if (!session.couldBeFresh(token)) {
            throw new LicetException.Untrusted("The server's token for a seat is of " + token.issuedAt() + ".");
        }
        return new Seat.Granted(compact, token, Duration.between(given.sent(), token.issuedAt()));
    }

    /** A seat that is of no use here. */
    private void giveUp(String id, String key) {
        try {
            api.giveBack(id, key);
        } catch (LicetException e) {
            LOG.log(Level.DEBUG, "A seat that is not used could not be given back: {0}", e.getMessage());
        }
    }
}
