package dev.licet.platform.postgres;

import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a cluster running on one port until it is closed: a PostgreSQL that dies is started again. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 100;

    private final Cluster cluster;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean closed;

    private Keeper(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    static Keeper of(Cluster cluster) throws IOException {
        var keeper = new Keeper(cluster, started(cluster));
        Thread.ofVirtual().name("postgres-watch").start(keeper::watch);
        return keeper;
    }

    int port() {
        return port;
    }

    /** Children of a killed postmaster need moments to die, and another program may take the port in between. */
    private static int started(Cluster cluster) throws IOException {
        var result = new Command.Result(1, "");
        for (int i = 0; i < ATTEMPTS; i++) {
            var port = Port.free();
            result = cluster.start(port);
            if (result.ok()) {
                return port;
            }
            if (!passing(result.output())) {
                break;
            }
            pause(new CountDownLatch(1), LOOK);
        }
        throw Trouble.of("start PostgreSQL", cluster.data(), result.output());
    }

    private static boolean passing(String output) {
        return output.contains("shared memory block")
                || output.contains("lock file \"postmaster.pid\"")
                || output.contains("Address already in use");
    }

    private void watch() {
        var wait = LOOK;
        while (!pause(closing, wait)) {
            wait = look() ? LOOK : PAUSE;
        }
    }

    private synchronized boolean look() {
        try {
            if (closed || cluster.runs()) {
                cluster.rotateLog();
                return true;
            }
            LOG.warn("PostgreSQL died; starting it again");
            var result = cluster.start(port);
            if (result.ok()) {
                LOG.warn("PostgreSQL runs again");
                return true;
            }
            LOG.error(
                    "{}",
                    Trouble.of("restart PostgreSQL", cluster.data(), result.output())
                            .getMessage());
            return passing(result.output());
        } catch (IOException | CannotStart e) {
            LOG.error("Could not look after PostgreSQL", e);
            return false;
        }
    }

    /** Returns true when the latch opened before the time was over. */
    private static boolean pause(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was being started.", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        halt();
    }

    private synchronized void halt() {
        if (!closed) {
            closed = true;
            cluster.stop();
        }
    }
}
