package dev.licet.sdk;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One call at a time, after each of which listeners hear of what has changed. */
final class Calls {

    private final Session session;
    private final Announcer announcer;
    private final ReentrantLock calls = new ReentrantLock();

    Calls(Session session, Announcer announcer) {
        this.session = session;
        this.announcer = announcer;
    }

    <T> T one(Supplier<T> call) {
        calls.lock();
        try {
            return call.get();
        } finally {
            calls.unlock();
            announcer.look(session.license());
        }
    }
}
