package dev.licet.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Slows down the guessing of keys and numbers: each address has a stock of failures that refills with time. It is kept by each node
 * for itself, since a guess is hopeless anyhow, and in bounded memory: the addresses seen last are known.
 */
public final class Throttle {
    static final int FAILURES = 20;

    private static final Duration REFILL = Duration.ofMinutes(1);

    private final Stocks stocks = new Stocks(FAILURES, REFILL);

    /** Counts a failure; when there were too many, how long to wait before the next try is heard. */
    public Optional<Duration> failed(String address, Instant now) {
        return stocks.take(network(address), now);
    }

    int size() {
        return stocks.size();
    }

    /** One IPv6 subscriber has a whole /64 to guess from. */
    static String network(String address) {
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
