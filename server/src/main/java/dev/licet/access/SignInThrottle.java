package dev.licet.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down the guessing of passwords without locking an account's owner out. Each address has tries of its own, for one account and
 * for all of them. Strangers from everywhere together have some for each account; a browser that has signed in to it before does not
 * draw on those, but on tries of its own. A try is taken before the password is looked at and given back when it is right, so that
 * many at the same moment are no way around. Each node counts for itself.
 */
@Component
final class SignInThrottle {
    static final int TRIES = 8;
    private static final Duration TRIES_REFILL = Duration.ofMinutes(15);
    private static final int ACROSS_ACCOUNTS = 30;
    private static final Duration ACROSS_ACCOUNTS_REFILL = Duration.ofMinutes(5);
    static final int STRANGERS = 100;
    private static final Duration STRANGERS_REFILL = Duration.ofHours(1);

    private final Stocks byAddress = new Stocks(ACROSS_ACCOUNTS, ACROSS_ACCOUNTS_REFILL);
    private final Stocks byAddressAndAccount = new Stocks(TRIES, TRIES_REFILL);
    private final Stocks strangers = new Stocks(STRANGERS, STRANGERS_REFILL);
    private final Stocks known = new Stocks(TRIES, TRIES_REFILL);

    /**
     * A try.
     *
     * @param account what was typed, in one case of letters, whether there is such an account or not
     * @param browser of one that has signed in to this account before; null for a stranger
     */
    record Try(String address, String account, @Nullable String browser) {
        String pair() {
            return address + " " + account;
        }
    }

    /** Takes a try; when there is none left, how long to wait. */
    Optional<Duration> take(Try attempt, Instant now) {
        if (attempt.browser() != null) {
            return known.take(attempt.browser(), now);
        }
        return byAddress
                .take(attempt.address(), now)
                .or(() -> byAddressAndAccount.take(attempt.pair(), now))
                .or(() -> strangers.take(attempt.account(), now));
    }

    void right(Try attempt, Instant now) {
        if (attempt.browser() != null) {
            known.giveBack(attempt.browser(), now);
            return;
        }
        byAddress.giveBack(attempt.address(), now);
        byAddressAndAccount.giveBack(attempt.pair(), now);
        strangers.giveBack(attempt.account(), now);
    }
}
