package dev.licet.sdk;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Beats again and again. It comes early, at a random moment between half and four fifths of the time it has, so that many
 * programs don't beat at once and a beat that fails can be repeated in time. Nothing that goes wrong ends it.
 */
final class Heartbeat implements Chore {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private final Supplier<Optional<Duration>> beat;
    private final Duration longest;
    private final Pace pace;
    private int failures;

    /**
     * @param beat says how soon the next one is wanted, if it was told
     * @param longest the time between two beats when the server wants none sooner
     */
    Heartbeat(Supplier<Optional<Duration>> beat, Duration longest, RandomGenerator random) {
        this.beat = beat;
        this.longest = longest;
        this.pace = new Pace(random);
    }

    @Override
    public Optional<Duration> run() {
        return Optional.of(once());
    }

    /** Beats once. The answer is how long to wait. */
    Duration once() {
        try {
            Duration next = Pace.shorter(beat.get().orElse(longest), longest);
            failures = 0;
            return pace.early(next);
        } catch (LicetException.Unreachable e) {
            LOG.log(Level.DEBUG, "No heartbeat got through: {0}", e.getMessage());
        } catch (LicetException e) {
            LOG.log(Level.WARNING, "A heartbeat came to nothing: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A heartbeat failed", e);
        }
        failures++;
        return pace.afterFailures(failures, longest);
    }
}
