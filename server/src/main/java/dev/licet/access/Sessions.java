package dev.licet.access;

import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Problem;
import dev.licet.signing.Fingers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of staff: begun, recognised, listed and ended. */
@Service
public class Sessions {
    /** A session ends after so long without a request. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** And after so long however busy it is. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String PURPOSE = "session";
    private static final Duration SEEN_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int AGENT = 300;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SessionStore store;
    private final Fingers fingers;
    private final Events events;
    private final InstantSource clock;

    Sessions(SessionStore store, Fingers fingers, Events events, InstantSource clock) {
        this.store = store;
        this.fingers = fingers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where somebody signs in from.
     *
     * @param agent what the browser calls itself
     */
    public record Browser(String address, @Nullable String agent) {
        public Browser {
            agent = agent == null || agent.length() <= AGENT ? agent : agent.substring(0, AGENT);
        }
    }

    /** A number of 256 bits that nobody can guess, as text that a cookie can hold. */
    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A session for somebody who has shown who they are; what it answers is for the browser only. */
    String begin(StaffMember member, Browser browser) {
        String token = random();
        Instant now = clock.instant();
        store.insert(
                Uuid7.next(), member.id(), hash(token), now, now.plus(LONGEST), browser.address(), browser.agent());
        return token;
    }

    Optional<StaffSession> recognise(String token) {
        Instant now = clock.instant();
        Optional<SessionStore.Recognised> found = store.recognise(hash(token), now, now.minus(IDLE));
        found.filter(each -> Duration.between(each.seenAt(), now).abs().compareTo(SEEN_IS_NOTED_EVERY) >= 0)
                .ifPresent(each -> store.seen(each.id(), now));
        return found.map(StaffSession::of);
    }

    /** The sessions of a member of staff that run, newest first. */
    public List<SessionRecord> list(UUID staff) {
        Instant now = clock.instant();
        return store.list(staff, now, now.minus(IDLE));
    }

    /** Ends the session in which the request came. */
    @Transactional
    public void signOut(Caller by, StaffSession session) {
        if (store.end(session.id(), session.member().id(), clock.instant())) {
            events.record(by, "staff.signed_out", session.member().ref(), null, null, null);
        }
    }

    /**
     * Ends another session of a member of staff.
     *
     * @throws Problem 404
     */
    @Transactional
    public void end(Caller by, StaffMember member, String session) {
        if (!store.end(uuid(session), member.id(), clock.instant())) {
            throw Problem.notFound("session");
        }
        events.record(by, "staff.session_ended", member.ref(), null, Map.of("session", session), null);
    }

    /** Ends all sessions of a member of staff but one. */
    @Transactional
    public void endAll(Caller by, StaffMember member, @Nullable UUID except) {
        int ended = store.endAll(member.id(), except, clock.instant());
        if (ended > 0) {
            events.record(by, "staff.sessions_ended", member.ref(), null, null, Map.of("sessions", ended));
        }
    }

    private byte[] hash(String token) {
        return fingers.hash(PURPOSE, token);
    }

    private static UUID uuid(String ref) {
        return TypeId.find(SessionRecord.PREFIX, ref).orElseThrow(() -> Problem.notFound("session"));
    }
}
