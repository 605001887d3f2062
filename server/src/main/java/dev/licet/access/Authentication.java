package dev.licet.access;

import dev.licet.platform.Caller;
import dev.licet.platform.LoggedPath;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every handler and lets nobody through whom the handler does not allow. */
@Component
class Authentication implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);

    private final ApiKeys keys;
    private final ConsoleDoor console;
    private final InstantSource clock;
    private final Throttle throttle = new Throttle();

    Authentication(ApiKeys keys, ConsoleDoor console, InstantSource clock) {
        this.keys = keys;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Doors.isConsole(request)) {
            console.pass(request, requestId(response), handler);
            return true;
        }
        if (Doors.isOpen(handler)) {
            Credentials.of(request, "Bearer")
                    .flatMap(keys::recognise)
                    .ifPresent(key -> request.setAttribute(Caller.ATTRIBUTE, caller(key, response)));
            return true;
        }
        ApiKey key = authenticate(request);
        String scope = Doors.scope(handler).orElseThrow(() -> Problem.of(403, "FORBIDDEN", "Nobody may call this."));
        if (!key.scopes().contains(scope)) {
            throw Problem.of(403, "FORBIDDEN", "Your API key lacks the scope " + scope + ".")
                    .with("scope", scope);
        }
        request.setAttribute(Caller.ATTRIBUTE, caller(key, response));
        return true;
    }

    private static Caller caller(ApiKey key, HttpServletResponse response) {
        return new Caller(key.ref(), requestId(response), Set.copyOf(key.scopes()));
    }

    private static String requestId(HttpServletResponse response) {
        return Objects.requireNonNullElse(response.getHeader("X-Request-Id"), "-");
    }

    private ApiKey authenticate(HttpServletRequest request) {
        Optional<String> text = Credentials.of(request, "Bearer");
        return text.flatMap(keys::recognise).orElseThrow(() -> refusal(request, text.isPresent()));
    }

    /** One answer for unknown, expired and revoked keys; only a wrong key counts as a guess, none at all does not. */
    private Problem refusal(HttpServletRequest request, boolean guessed) {
        String address = request.getRemoteAddr();
        Optional<Duration> wait = guessed ? throttle.failed(address, clock.instant()) : Optional.empty();
        if (wait.isPresent()) {
            return Problem.of(
                            429, "TOO_MANY_REQUESTS", "Too many wrong API keys came from your address. Wait a little.")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds()));
        }
        if (guessed) {
            LOG.warn("A wrong API key from {} for {} {}", address, request.getMethod(), LoggedPath.of(request));
        }
        return Problem.of(401, "UNAUTHORIZED", "Send a working API key in the header: Authorization: Bearer <API key>.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"licet\"");
    }
}
