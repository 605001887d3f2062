package dev.licet.sdk;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one daemon thread in which a client does everything that nobody waits for, one thing at a time. It starts with the first
 * chore and ends with {@link #close}. Nothing that goes wrong in a chore ends it.
 */
final class Background implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    /** A machine that slept, or a clock that was moved, is noticed this soon. */
    private static final Duration GLANCE = Duration.ofSeconds(10);

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<Chore, Due> chores = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ReentrantLock work = new ReentrantLock();
    private @Nullable Thread thread;
    private boolean ended;

    Background(InstantSource clock) {
        this.clock = clock;
    }

    /** Has a chore done after a time, or sooner if that was settled already. */
    void in(Duration wait, Chore chore) {
        lock.lock();
        try {
            chores.merge(chore, due(wait), Due::sooner);
            if (thread == null && !ended) {
                thread = new Thread(this::run, "licet");
                thread.setDaemon(true);
                thread.start();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void drop(Chore chore) {
        lock.lock();
        try {
            chores.remove(chore);
        } finally {
            lock.unlock();
        }
    }

    /** Does in this thread what is due now, once what is under way is done. */
    void catchUp() {
        while (performed()) {
            // The next.
        }
    }

    /** Ends it. What is under way is waited for a moment, so that as a rule nothing happens any more afterwards. */
    @Override
    public void close() {
        Thread last;
        lock.lock();
        try {
            last = thread;
            ended = true;
            chores.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null && !last.equals(Thread.currentThread())) {
            joined(last);
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join(MOMENT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (awaited()) {
                performed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until something is due; false at the end. */
    private boolean awaited() throws InterruptedException {
        lock.lock();
        try {
            while (!ended && !isDue(clock.instant())) {
                changed.await(wait(clock.instant()).toNanos(), TimeUnit.NANOSECONDS);
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue(Instant now) {
        return chores.values().stream().anyMatch(due -> due.reached(now));
    }

    /** Does what has been due longest; false when nothing is. */
    private boolean performed() {
        work.lock();
        try {
            Optional<Chore> next = take();
            next.ifPresent(this::perform);
            return next.isPresent();
        } finally {
            work.unlock();
        }
    }

    /** The chore that has been due longest, which from now on is under way. */
    private Optional<Chore> take() {
        lock.lock();
        try {
            Instant now = clock.instant();
            Optional<Chore> next = chores.entrySet().stream()
                    .filter(each -> each.getValue().reached(now))
                    .min(Map.Entry.comparingByValue(Comparator.comparing(Due::at)))
                    .map(Map.Entry::getKey);
            next.ifPresent(chore -> chores.put(chore, Due.NEVER));
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void perform(Chore chore) {
        Optional<Duration> again = Optional.of(AFTER_A_FAULT);
        try {
            again = chore.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Something that was done in the background failed", e);
        }
        Optional<Duration> wait = again;
        lock.lock();
        try {
            chores.computeIfPresent(
                    chore,
                    (same, meanwhile) -> wait.map(span -> due(span).sooner(meanwhile))
                            .orElse(meanwhile.equals(Due.NEVER) ? null : meanwhile));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Duration wait(Instant now) {
        return chores.values().stream().map(due -> due.left(now)).reduce(GLANCE, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private Due due(Duration wait) {
        return new Due(clock.instant().plus(wait), System.nanoTime() + wait.toNanos());
    }

    /** By the program's clock, but never later than by the machine's own count. */
    private record Due(Instant at, long nanos) {

        /** While it is under way. */
        static final Due NEVER = new Due(Instant.MAX, 0);

        boolean reached(Instant now) {
            return !equals(NEVER) && (!now.isBefore(at) || System.nanoTime() - nanos >= 0);
        }

        Duration left(Instant now) {
            if (equals(NEVER)) {
                return GLANCE;
            }
            Duration counted = Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
            Duration byClock = Duration.between(now, at);
            return byClock.compareTo(counted) < 0 ? byClock : counted;
        }

        Due sooner(Due other) {
            return at.compareTo(other.at) <= 0 ? this : other;
        }
    }
}
