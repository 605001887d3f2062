package dev.licet.examples.notes;

import dev.licet.sdk.Balance;
import dev.licet.sdk.Code;
import dev.licet.sdk.License;
import dev.licet.sdk.LicetException;
import dev.licet.sdk.Use;
import java.util.Map;
import java.util.Optional;

/** Exports that are counted, for plans with so many in a period. */
final class Exports {
    /** The metered feature; plans with as many exports as one likes have the switch {@code export} instead. */
    static final String METER = "exports";

    private Exports() {}

    /** Counts one, before it happens. What is answered is why it may not; without a server it may, and is counted later. */
    static Optional<String> use(Optional<License> license, Licensing licensing) {
        if (!isCounted(license)) {
            return Optional.empty();
        }
        Use use = licensing.usage().tryUse(METER, 1);
        if (use.outcome() == Use.Outcome.UNANSWERED) {
            use.countLater();
        }
        return use.outcome() == Use.Outcome.REFUSED ? Optional.of(refused(use)) : Optional.empty();
    }

    /** How many are left, in a line; empty when they are not counted. */
    static Optional<String> left(Optional<License> license, Licensing licensing) {
        if (!isCounted(license)) {
            return Optional.empty();
        }
        try {
            return licensing
                    .usage()
                    .refresh(METER)
                    .map(balance -> used(balance)
                            + next(balance).map(day -> ", new ones on " + day).orElse(""));
        } catch (LicetException e) {
            return Optional.of("counted; how many are left, the server knows");
        }
    }

    private static String refused(Use use) {
        return use.code() == Code.USAGE_EXCEEDED
                ? "All exports are used up: "
                        + use.balance().map(Exports::used).orElse("none is left") + "."
                        + use.balance()
                                .flatMap(Exports::next)
                                .map(day -> " There are new ones on " + day + ".")
                                .orElse("")
                : Explanation.of(use.code(), use.detail()).what();
    }

    private static String used(Balance balance) {
        return balance.used().toPlainString() + " of "
                + balance.limit().map(limit -> limit.toPlainString()).orElse("any number");
    }

    private static Optional<String> next(Balance balance) {
        return balance.resetsAt().map(Dates::day);
    }

    private static boolean isCounted(Optional<License> license) {
        return license.filter(License::valid)
                .filter(valid -> valid.features().get(METER) instanceof Map)
                .isPresent();
    }
}
