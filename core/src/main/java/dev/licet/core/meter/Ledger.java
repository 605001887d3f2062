package dev.licet.core.meter;

import dev.licet.core.meter.Tally.Notice;
import dev.licet.core.policy.FeatureValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tallies of one licence while events are counted one after another. It is filled with what is on record, and holds what is to be
 * recorded in the end. Not for several threads.
 */
public final class Ledger {
    private static final int DECIMALS = 9;

    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Set<Seen> seen = new HashSet<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final Map<Key, Meter> touched = new HashMap<>();

    /** A meter in a period. */
    public record Key(String meter, Period period) {}

    /** A value that was counted in a period of a meter that counts different values. */
    public record Seen(Key key, String value) {}

    /** Something to be told, which happens once in a period. */
    public record Crossing(Key key, Notice notice, Balance balance) {}

    /** A meter with the pool that pays for it, if any. */
    public record Account(Meter meter, @Nullable Meter pool) {}

    /**
     * A ledger of what is on record.
     *
     * @param tallies of every period that {@link #periods} names; one that is absent is empty
     * @param seen those of the values about to be counted that were counted before
     */
    public Ledger(Map<Key, Tally> tallies, Set<Seen> seen) {
        this.tallies.putAll(tallies);
        this.seen.addAll(seen);
    }

    /** The periods whose tallies are needed to count at an instant, or to know the balance then. */
    public static Set<Key> periods(Account account, Instant at) {
        Set<Key> keys = new HashSet<>();
        for (Meter meter :
                account.pool() == null ? List.of(account.meter()) : List.of(account.meter(), account.pool())) {
            Period period = meter.period(at);
            keys.add(new Key(meter.code(), period));
            meter.lots(period).forEach(lot -> keys.add(new Key(meter.code(), lot)));
        }
        return keys;
    }

    /** What is on record after all that was counted here. */
    public Map<Key, Tally> tallies() {
        return Map.copyOf(tallies);
    }

    /** The periods in which something happened, each with its meter as it was then. */
    public Map<Key, Meter> touched() {
        return Map.copyOf(touched);
    }

    /** What is to be told. */
    public List<Crossing> crossings() {
        return List.copyOf(crossings);
    }

    /** The tally of a meter in a period. */
    public Tally tally(Key key) {
        return tallies.getOrDefault(key, Tally.NONE);
    }

    /** Changes a tally, as a correction does. */
    public void put(Meter meter, Key key, Tally tally) {
        touched.put(key, meter);
        tallies.put(key, tally);
    }

    /** Whether a period has anything to use, be it topped up. */
    public boolean grants(Meter meter, Instant at) {
        BigDecimal limit = meter.grant().limit();
        Tally tally = tally(new Key(meter.code(), meter.period(at)));
        return limit == null || limit.add(tally.credit()).signum() > 0;
    }

    /** Counts an event, unless it goes beyond what is left of its meter or pool. */
    public UsageOutcome count(Account account, UsageEvent event, Instant now) {
        Meter meter = account.meter();
        Key key = new Key(meter.code(), meter.period(event.at()));
        String value = meter.kind().uniqueBy() == null
                ? null
                : event.dimensions().get(meter.kind().uniqueBy());
        if (meter.kind().aggregation() == Aggregation.UNIQUE && value == null) {
            return new UsageOutcome.Refused(UsageOutcome.Reason.DIMENSION_MISSING);
        }
        BigDecimal units = units(meter, key, event.quantity(), value);
        Draw own = Draw.of(this, meter, key, units, now);
        Draw paid = null;
        if (account.pool() != null) {
            Key pool = new Key(account.pool().code(), account.pool().period(event.at()));
            paid = Draw.of(
                    this, account.pool(), pool, units.multiply(meter.grant().cost()), now);
        }
        if (!own.fits() || (paid != null && !paid.fits())) {
            refused(own, now);
            refused(paid, now);
            return new UsageOutcome.Refused(UsageOutcome.Reason.USAGE_EXCEEDED);
        }
        own.take(this);
        if (paid != null) {
            paid.take(this);
        }
        if (value != null) {
            seen.add(new Seen(key, value));
        }
        Balance balance = look(meter, key, now);
        UsageOutcome.Flag flag = flag(balance);
        if (account.pool() != null && paid != null) {
            UsageOutcome.Flag other = flag(look(account.pool(), paid.key(), now));
            flag = other != null && (flag == null || other.compareTo(flag) > 0) ? other : flag;
        }
        return new UsageOutcome.Accepted(account, units, flag);
    }

    /** How a meter stands at an instant. */
    public Balance balance(Account account, Instant at, Instant now) {
        Meter meter = account.meter();
        Balance own = balance(meter, new Key(meter.code(), meter.period(at)), now);
        Meter pool = account.pool();
        if (pool == null) {
            return own;
        }
        BigDecimal credits =
                balance(pool, new Key(pool.code(), pool.period(at)), now).remaining();
        BigDecimal units = credits == null
                ? null
                : credits.max(BigDecimal.ZERO).divide(meter.grant().cost(), DECIMALS, RoundingMode.DOWN);
        BigDecimal less = own.remaining() == null || (units != null && units.compareTo(own.remaining()) < 0)
                ? units
                : own.remaining();
        return new Balance(
                own.aggregation(),
                own.period(),
                own.used(),
                own.limit(),
                own.softLimit(),
                less,
                own.carriedOver(),
                own.credit(),
                pool.code());
    }

    /** How a meter stands in one of its periods, its pool left out. */
    public Balance balance(Meter meter, Key key, Instant now) {
        FeatureValue.Metered grant = meter.grant();
        Tally tally = tally(key);
        BigDecimal more = carriable(meter, key, now);
        BigDecimal limit =
                grant.limit() == null ? null : tally.bound(grant.limit()).add(more);
        BigDecimal cap = grant.cap() == null ? null : tally.bound(grant.cap()).add(more);
        return new Balance(
                meter.kind().aggregation(),
                key.period(),
                tally.used(),
                limit,
                grant.softLimit(),
                cap == null ? null : cap.subtract(tally.used()).max(BigDecimal.ZERO),
                tally.carried().add(more),
                tally.credit(),
                null);
    }

    /** Tells what the state of a meter has newly come to. */
    public Balance look(Meter meter, Key key, Instant now) {
        Balance balance = balance(meter, key, now);
        tell(balance.soft(), Notice.SOFT_LIMIT_REACHED, key, balance);
        tell(balance.reached() && balance.granted(), Notice.LIMIT_REACHED, key, balance);
        tell(balance.over(), Notice.OVER_LIMIT, key, balance);
        return balance;
    }

    private void refused(@Nullable Draw draw, Instant now) {
        if (draw != null && !draw.fits()) {
            touched.put(draw.key(), draw.meter());
            tell(true, Notice.LIMIT_REACHED, draw.key(), balance(draw.meter(), draw.key(), now));
        }
    }

    private void tell(boolean applies, Notice notice, Key key, Balance balance) {
        Tally tally = tally(key);
        if (applies && !tally.told().contains(notice)) {
            tallies.put(key, tally.tell(notice));
            crossings.add(new Crossing(key, notice, balance));
        }
    }

    private BigDecimal units(Meter meter, Key key, BigDecimal quantity, @Nullable String value) {
        return switch (meter.kind().aggregation()) {
            case SUM -> quantity;
            case COUNT -> BigDecimal.ONE;
            case MAX -> quantity.subtract(tally(key).counted()).max(BigDecimal.ZERO);
            case UNIQUE ->
                seen.contains(new Seen(key, Objects.requireNonNull(value))) ? BigDecimal.ZERO : BigDecimal.ONE;
        };
    }

    /** The units of earlier periods that a period may still take. Those of a period that still runs are not to be had. */
    BigDecimal carriable(Meter meter, Key key, Instant now) {
        FeatureValue.Rollover rollover = meter.grant().rollover();
        if (rollover == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Period lot : meter.lots(key.period())) {
            sum = sum.add(lot.isOver(now) ? spare(meter, lot) : BigDecimal.ZERO);
        }
        return rollover.limit() == null
                ? sum
                : sum.min(rollover.limit().subtract(tally(key).carried()).max(BigDecimal.ZERO));
    }

    BigDecimal spare(Meter meter, Period lot) {
        BigDecimal left = tally(new Key(meter.code(), lot)).left(meter.grant().limit());
        return left == null ? BigDecimal.ZERO : left.max(BigDecimal.ZERO);
    }

    private static UsageOutcome.@Nullable Flag flag(Balance balance) {
        if (balance.over()) {
            return UsageOutcome.Flag.USAGE_OVER_LIMIT;
        }
        return balance.soft() ? UsageOutcome.Flag.USAGE_OVER_SOFT_LIMIT : null;
    }
}
