package dev.licet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.time.Span;
import java.time.Instant;
import java.util.Map;

/** The clock of a sandbox, moved as anybody moves it, and only onwards. */
public final class Clock {
    private static final String PATH = "/v1/sandbox/clock";

    private final Http api;

    public Clock(Http api) {
        this.api = api;
    }

    public Instant now() {
        return Instant.parse(api.get(PATH).expect(200).text("/now"));
    }

    /** Onwards by an ISO 8601 span. */
    public Clock advance(String span) {
        return to(Span.parse(span).addTo(now()));
    }

    /** Onwards to a moment; fails when that lies in the past. */
    public Clock to(Instant moment) {
        assertThat(moment).as("only onwards").isAfterOrEqualTo(now());
        api.put(PATH, Map.of("at", moment.toString())).expect(200);
        return this;
    }

    /** Onwards to a little before a moment, so that requests still come before it. */
    public Clock before(Instant moment) {
        return to(moment.minusSeconds(60));
    }
}
