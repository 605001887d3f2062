package dev.licet.access;

import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may see which screen: whoever is signed in and has the scope that the handler names. */
@Component
class ConsoleDoor {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Sessions sessions;
    private final Cookies cookies;
    private final Csrf csrf;
    private final Events events;
    private final TransactionTemplate transaction;

    ConsoleDoor(Sessions sessions, Cookies cookies, Csrf csrf, Events events, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.csrf = csrf;
        this.events = events;
        this.transaction = transaction;
    }

    /** Leaves the session and the caller in the request, or refuses. */
    void pass(HttpServletRequest request, String requestId, Object handler) {
        Optional<String> token = cookies.read(request, Cookies.Kind.SESSION);
        Optional<StaffSession> session = token.flatMap(sessions::recognise);
        boolean open = Doors.isOpen(handler);
        session.ifPresent(each -> request.setAttribute(StaffSession.ATTRIBUTE, each));
        request.setAttribute(
                Caller.ATTRIBUTE,
                session.map(each -> new Caller(each.member().ref(), requestId, each.scopes()))
                        .orElse(new Caller(SignIn.ANONYMOUS, requestId, Set.of())));
        if (!open && session.isEmpty()) {
            throw Problem.of(401, "UNAUTHORIZED", "Sign in first.");
        }
        if (!READING.contains(request.getMethod())) {
            csrf.check(request, session.isPresent() ? token.get() : visit(request));
        }
        if (!open) {
            check(session.get(), handler, request, requestId);
        }
    }

    private @Nullable String visit(HttpServletRequest request) {
        return cookies.read(request, Cookies.Kind.VISIT).orElse(null);
    }

    private void check(StaffSession session, Object handler, HttpServletRequest request, String requestId) {
        String scope = Doors.scope(handler).orElseThrow(() -> Problem.of(403, "FORBIDDEN", "Nobody may call this."));
        if (session.may(scope)) {
            return;
        }
        Map<String, String> what =
                Map.of("scope", scope, "method", request.getMethod(), "path", Doors.pattern(request));
        Caller self = new Caller(session.member().ref(), requestId, Set.of());
        transaction.executeWithoutResult(
                status -> events.record(self, "staff.denied", session.member().ref(), null, null, what));
        throw Problem.of(403, "FORBIDDEN", "None of your roles has the scope " + scope + ".")
                .with("scope", scope);
    }
}
