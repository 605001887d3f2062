package dev.licet.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Some connections to one server, each of which sends its next request when it has the answer to the last. One thread serves them
 * all. They stay open between runs.
 */
public final class Load implements AutoCloseable {
    public static final int ROOM = 1 << 17;
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final Caller caller;

    public Load(InetSocketAddress server, int count, Caller caller) throws IOException {
        this.selector = Selector.open();
        this.caller = caller;
        for (int i = 0; i < count; i++) {
            connections.add(Connection.open(server, i, selector));
        }
    }

    /** Requests for about this long; ends when all that were sent are answered. */
    public Sample run(Duration time) throws IOException {
        Histogram latency = new Histogram();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (Connection each : connections) {
            each.send(caller);
        }
        int open = connections.size();
        long last = start;
        while (open > 0) {
            selector.select(1000);
            long now = System.nanoTime();
            if (now - last > PATIENCE) {
                throw new IOException("The server did not answer for "
                        + Duration.ofNanos(PATIENCE).toSeconds() + " s");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (connection.receive(caller)) {
                    last = System.nanoTime();
                    latency.add(last - connection.sentAt());
                    if (last < end) {
                        connection.send(caller);
                    } else {
                        open--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return new Sample(latency.total(), last - start, latency);
    }

    @Override
    public void close() throws IOException {
        for (Connection each : connections) {
            each.close();
        }
        selector.close();
    }
}
