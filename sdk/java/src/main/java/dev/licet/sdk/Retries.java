package dev.licet.sdk;

import dev.licet.sdk.http.Request;
import dev.licet.sdk.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until there is an answer worth having, within the client's patience. Between tries it waits a random time
 * up to 0.2 s, then 0.4 s, and so on up to 5 s, or as long as the server asks for with {@code Retry-After} (RFC 9110, 10.2.3).
 * Only for requests that do no more when they arrive twice.
 */
final class Retries {

    private static final int TRIES = 5;
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final Settings settings;
    private final int most;

    Retries(Settings settings) {
        this(settings, TRIES);
    }

    /** @param most how many tries there are */
    Retries(Settings settings, int most) {
        this.settings = settings;
        this.most = most;
    }

    /**
     * A request that was answered.
     *
     * @param sent when the try that was answered began, by the machine's clock
     */
    record Answered(Response response, Instant sent) {}

    /**
     * Sends the request.
     *
     * @throws LicetException.Unreachable when no try gave an answer worth having
     */
    Answered send(Request request) {
        Instant end = settings.clock().instant().plus(settings.patience());
        for (int tries = 1; ; tries++) {
            Instant sent = settings.clock().instant();
            Outcome outcome = attempt(request, left(end));
            if (outcome.answer != null) {
                return new Answered(outcome.answer, sent);
            }
            Duration wait = max(backoff(tries), outcome.asked);
            if (tries == most || wait.compareTo(left(end)) >= 0) {
                throw outcome.failure;
            }
            sleep(wait);
        }
    }

    /** One try: an answer, or why there is none and how long the server asks to wait. */
    private record Outcome(@Nullable Response answer, LicetException.Unreachable failure, Duration asked) {}

    private Outcome attempt(Request request, Duration left) {
        Duration timeout = min(settings.timeout(), max(left, Duration.ofMillis(1)));
        Request bounded = new Request(request.method(), request.uri(), request.headers(), request.body(), timeout);
        try {
            Response response = settings.transport().send(bounded);
            LicetException.Unreachable failure =
                    new LicetException.Unreachable("The server at " + request.uri() + " answered " + response + ".");
            return PASSING.contains(response.status())
                    ? new Outcome(null, failure, asked(response))
                    : new Outcome(response, failure, Duration.ZERO);
        } catch (IOException e) {
            String message = "The server at " + request.uri() + " can't be reached: " + e.getMessage();
            return new Outcome(null, new LicetException.Unreachable(message, e), Duration.ZERO);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Duration backoff(int tries) {
        long most = min(FIRST.multipliedBy(1L << (tries - 1)), LONGEST).toMillis();
        return Duration.ofMillis(settings.random().nextLong(most + 1));
    }

    /** Seconds or a date; anything else is as if it weren't there. */
    private Duration asked(Response response) {
        Optional<String> header = response.header("Retry-After").map(String::strip);
        if (header.isEmpty()) {
            return Duration.ZERO;
        }
        if (header.get().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header.get()));
        }
        try {
            Instant then = ZonedDateTime.parse(header.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return max(Duration.between(settings.clock().instant(), then), Duration.ZERO);
        } catch (DateTimeParseException none) {
            return Duration.ZERO;
        }
    }

    private void sleep(Duration wait) {
        try {
            settings.sleeper().sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Duration left(Instant end) {
        return min(Duration.between(settings.clock().instant(), end), settings.patience());
    }

    private static LicetException.Unreachable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LicetException.Unreachable("The thread was interrupted while it waited for the server.", e);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
