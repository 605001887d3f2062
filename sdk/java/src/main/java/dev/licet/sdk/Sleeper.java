package dev.licet.sdk;

import java.time.Duration;

/** Waits between two tries. Give one that only moves your clock to test a program without waiting. */
@FunctionalInterface
public interface Sleeper {

    /** Waits in real time. */
    Sleeper REAL = span -> Thread.sleep(span.toMillis());

    void sleep(Duration span) throws InterruptedException;
}
