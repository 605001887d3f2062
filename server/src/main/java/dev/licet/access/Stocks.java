package dev.licet.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A stock of tries for each name, which refills with time. In bounded memory: the names seen last are known. */
final class Stocks {
    private static final int NAMES = 10_000;

    private final int full;
    private final double perSecond;
    private final Map<String, Stock> stocks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stock> eldest) {
            return size() > NAMES;
        }
    };

    /** @param refill how long an empty stock takes to become full */
    Stocks(int full, Duration refill) {
        this.full = full;
        this.perSecond = (double) full / refill.toSeconds();
    }

    private record Stock(double left, Instant at) {}

    /** Takes one; when there is none left, how long until there is. */
    synchronized Optional<Duration> take(String name, Instant now) {
        Stock stock = refilled(name, now);
        if (stock.left() < 1) {
            stocks.put(name, stock);
            return Optional.of(Duration.ofSeconds((long) Math.ceil((1 - stock.left()) / perSecond)));
        }
        stocks.put(name, new Stock(stock.left() - 1, now));
        return Optional.empty();
    }

    synchronized void giveBack(String name, Instant now) {
        stocks.put(name, new Stock(Math.min(full, refilled(name, now).left() + 1), now));
    }

    synchronized int size() {
        return stocks.size();
    }

    private Stock refilled(String name, Instant now) {
        Stock stock = stocks.getOrDefault(name, new Stock(full, now));
        double seconds = Math.max(0, Duration.between(stock.at(), now).toMillis() / 1000.0);
        return new Stock(Math.min(full, stock.left() + seconds * perSecond), now);
    }
}
