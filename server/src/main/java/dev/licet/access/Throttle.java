package dev.licet.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down the guessing of keys and numbers: each address has a stock of failures that refills with time. It is kept by each node
 * for itself, since a guess is hopeless anyhow, and in bounded memory: the addresses seen last are known.
 */
public final class Throttle {
    static final int FAILURES = 20;

    private static final int ADDRESSES = 10_000;
    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final double PER_SECOND = (double) FAILURES / REFILL.toSeconds();

    private final Map<String, Stock> stocks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stock> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Stock(double left, Instant at) {
        Stock refilled(Instant now) {
            double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
            return new Stock(Math.min(FAILURES, left + seconds * PER_SECOND), now);
        }
    }

    /** Counts a failure; when there were too many, how long to wait before the next try is heard. */
    public synchronized Optional<Duration> failed(String address, Instant now) {
        String network = network(address);
        Stock stock = stocks.getOrDefault(network, new Stock(FAILURES, now)).refilled(now);
        if (stock.left() < 1) {
            stocks.put(network, stock);
            return Optional.of(Duration.ofSeconds((long) Math.ceil((1 - stock.left()) / PER_SECOND)));
        }
        stocks.put(network, new Stock(stock.left() - 1, now));
        return Optional.empty();
    }

    synchronized int size() {
        return stocks.size();
    }

    /** One IPv6 subscriber has a whole /64 to guess from. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
