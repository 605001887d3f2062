package dev.licet.sdk;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Beats in the background until it is closed. It comes early, at a random moment between half and four fifths of the time
 * it has, so that many programs don't beat at once and a beat that fails can be repeated in time. Nothing that goes wrong
 * ends it.
 */
final class Heartbeat implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(15);

    /** A machine that slept, or a clock that was moved, is noticed this soon. */
    private static final Duration GLANCE = Duration.ofSeconds(10);

    private final Supplier<Optional<Duration>> beat;
    private final Duration longest;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final CountDownLatch end = new CountDownLatch(1);
    private int failures;

    /**
     * @param beat says how soon the next one is wanted, if it was told
     * @param longest the time between two beats when the server wants none sooner
     */
    Heartbeat(Supplier<Optional<Duration>> beat, Duration longest, InstantSource clock, RandomGenerator random) {
        this.beat = beat;
        this.longest = longest;
        this.clock = clock;
        this.random = random;
    }

    Heartbeat start() {
        Thread thread = new Thread(this::run, "licet-heartbeat");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Beats once. The answer is how long to wait. */
    Duration once() {
        try {
            Duration next = shorter(beat.get().orElse(longest), longest);
            failures = 0;
            return early(next);
        } catch (LicetException.Unreachable e) {
            LOG.log(Level.DEBUG, "No heartbeat got through: {0}", e.getMessage());
        } catch (LicetException e) {
            LOG.log(Level.WARNING, "A heartbeat came to nothing: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A heartbeat failed", e);
        }
        failures++;
        return early(shorter(FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10)), longest));
    }

    /** Ends the beats; one that is under way is not waited for. */
    @Override
    public void close() {
        end.countDown();
    }

    private void run() {
        try {
            boolean ended = end.getCount() == 0;
            while (!ended) {
                ended = waited(once());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits by the program's clock, but never longer than by the machine's own count. True when it is over. */
    private boolean waited(Duration wait) throws InterruptedException {
        Instant due = clock.instant().plus(wait);
        Duration left = wait;
        while (!left.isNegative() && !left.isZero() && clock.instant().isBefore(due)) {
            if (end.await(shorter(left, GLANCE).toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            left = left.minus(GLANCE);
        }
        return end.getCount() == 0;
    }

    private Duration early(Duration time) {
        Duration some = Duration.ofMillis((long) (time.toMillis() * random.nextDouble(0.5, 0.8)));
        return some.compareTo(LEAST) < 0 ? LEAST : some;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
