package dev.licet.access;

import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets staff in by e-mail address and password. */
@Service
public class SignIn {
    /** Who acts before anybody knows who it is. */
    static final String ANONYMOUS = "anonymous";

    private static final String REFUSED = "staff.sign_in_refused";

    private final StaffStore store;
    private final Passwords passwords;
    private final Sessions sessions;
    private final KnownBrowser browsers;
    private final SignInThrottle throttle;
    private final Events events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    SignIn(
            StaffStore store,
            Passwords passwords,
            Sessions sessions,
            KnownBrowser browsers,
            SignInThrottle throttle,
            Events events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.sessions = sessions;
        this.browsers = browsers;
        this.throttle = throttle;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What somebody typed, and from where.
     *
     * @param kept what the browser keeps of an earlier time
     */
    public record Attempt(
            String email,
            String password,
            Sessions.Browser from,
            @Nullable String kept,
            String requestId) {
        @Override
        public String toString() {
            return "Attempt[" + from + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * In.
         *
         * @param session what the browser shows from now on
         * @param kept what the browser keeps for the next time
         */
        record Entered(StaffMember member, String session, String kept) implements Outcome {
            @Override
            public String toString() {
                return "Entered[" + member.ref() + "]";
            }
        }

        /** There is no such account, or it has another password, or it is disabled: which, nobody learns. */
        record Refused() implements Outcome {}

        /** Too many tries. */
        record Wait(Duration duration) implements Outcome {}
    }

    /** The password is looked at outside of any transaction, since that takes its time on purpose. */
    public Outcome signIn(Attempt attempt) {
        Instant now = clock.instant();
        Optional<StaffMember> named = store.findByEmail(attempt.email().strip());
        String browser =
                named.flatMap(member -> browsers.name(member, attempt.kept())).orElse(null);
        var counted = new SignInThrottle.Try(
                Throttle.network(attempt.from().address()),
                attempt.email().strip().toLowerCase(Locale.ROOT),
                browser);
        Optional<Duration> wait = throttle.take(counted, now);
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        String hash = named.flatMap(member -> store.password(member.id())).orElse(null);
        boolean right = passwords.matches(hash, attempt.password());
        if (!right || named.isEmpty() || named.get().disabledAt() != null) {
            refused(named, right, attempt);
            return new Outcome.Refused();
        }
        throttle.right(counted, now);
        if (hash != null && Passwords.isOutdated(hash)) {
            store.rehash(named.get().id(), hash, passwords.hash(attempt.password()));
        }
        return enter(named.get(), attempt.from(), attempt.requestId());
    }

    /** A new session, whatever the browser held before. */
    Outcome.Entered enter(StaffMember member, Sessions.Browser from, String requestId) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            String session = sessions.begin(member, from);
            store.signedIn(member.id(), clock.instant());
            Caller self = new Caller(member.ref(), requestId, Set.of());
            events.record(self, "staff.signed_in", member.ref(), null, null, Map.of("address", from.address()));
            return new Outcome.Entered(member, session, browsers.of(member));
        }));
    }

    private void refused(Optional<StaffMember> named, boolean right, Attempt attempt) {
        String subject = named.map(StaffMember::ref).orElse("staff");
        String reason = named.isEmpty() ? "no such account" : right ? "disabled" : "wrong password";
        Caller nobody = new Caller(ANONYMOUS, attempt.requestId(), Set.of());
        transaction.executeWithoutResult(status -> events.record(
                nobody,
                REFUSED,
                subject,
                reason,
                null,
                Map.of("address", attempt.from().address())));
    }
}
