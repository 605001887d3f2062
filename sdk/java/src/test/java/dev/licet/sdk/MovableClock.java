package dev.licet.sdk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
final class MovableClock implements InstantSource {

    private volatile Instant now;

    MovableClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void move(Duration span) {
        now = now.plus(span);
    }

    void set(String instant) {
        now = Instant.parse(instant);
    }
}
