package dev.licet.core.decision;

import dev.licet.core.meter.Balance;
import dev.licet.core.policy.OnExpiry;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user should hear although the answer is yes. */
final class Warnings {
    private Warnings() {}

    static List<Warning> of(Case it) {
        List<Warning> warnings = new ArrayList<>();
        Warning term = term(it);
        if (term != null) {
            warnings.add(term);
        }
        Policy policy = it.policy();
        over(
                warnings,
                Warning.Code.DEVICES_OVER_LIMIT,
                "devices",
                it.facts().devices().active(),
                policy.devices());
        over(
                warnings,
                Warning.Code.USERS_OVER_LIMIT,
                "users",
                it.facts().users().assigned(),
                policy.users());
        it.facts().usage().balances().forEach((meter, balance) -> usage(warnings, meter, balance));
        VersionWarnings.add(warnings, it);
        return List.copyOf(warnings);
    }

    private static void usage(List<Warning> warnings, String meter, Balance balance) {
        String used = plain(balance.used()) + " of " + meter + " are used";
        if (balance.over()) {
            String detail = used + " and " + plain(balance.limit()) + " in the license.";
            warnings.add(new Warning(Warning.Code.USAGE_OVER_LIMIT, Warning.Level.WARNING, detail, null));
        } else if (balance.soft()) {
            String detail =
                    used + (balance.limit() == null ? "." : ", of " + plain(balance.limit()) + " in the license.");
            warnings.add(new Warning(Warning.Code.USAGE_OVER_SOFT_LIMIT, Warning.Level.WARNING, detail, null));
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "any number" : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable Warning term(Case it) {
        Standing standing = it.standing();
        Instant end = standing.expiresAt();
        Instant graceUntil = standing.graceUntil();
        if (standing.state() == State.PENDING) {
            return new Warning(Warning.Code.NOT_BEGUN, Warning.Level.INFO, "The term has not begun.", null);
        } else if (end == null || graceUntil == null) {
            return null;
        } else if (it.now().isBefore(end)) {
            return expiresSoon(it, end);
        }
        return switch (standing.state()) {
            case GRACE ->
                new Warning(
                        Warning.Code.IN_GRACE,
                        Warning.Level.CRITICAL,
                        "The license ended at " + end + " and may be used until " + graceUntil + ".",
                        Warning.daysBetween(it.now(), graceUntil));
            case FALLBACK ->
                new Warning(
                        Warning.Code.FALLBACK,
                        Warning.Level.WARNING,
                        "The license ended at " + end + "; the features of " + standing.plan() + " remain.",
                        null);
            default -> new Warning(Warning.Code.TERM_ENDED, Warning.Level.INFO, "The term ended at " + end + ".", null);
        };
    }

    private static @Nullable Warning expiresSoon(Case it, Instant end) {
        Span step = Standing.warned(it.facts(), it.now());
        String what = it.policy().onExpiry() == OnExpiry.KEEP ? "The term ends at " : "The license ends at ";
        return step == null
                ? null
                : new Warning(
                        Warning.Code.EXPIRES_SOON,
                        level(it.policy().warnBefore(), step),
                        what + end + ".",
                        Warning.daysBetween(it.now(), end));
    }

    /** The last step is critical, the first of several is for information, those between are warnings. */
    static Warning.Level level(List<Span> steps, Span step) {
        if (step.equals(steps.get(steps.size() - 1))) {
            return Warning.Level.CRITICAL;
        }
        return step.equals(steps.get(0)) ? Warning.Level.INFO : Warning.Level.WARNING;
    }

    private static void over(
            List<Warning> warnings, Warning.Code code, String what, int count, @Nullable Integer limit) {
        if (limit != null && count > limit) {
            String detail = count + " " + what + " are in use and " + limit + " in the license.";
            warnings.add(new Warning(code, Warning.Level.WARNING, detail, null));
        }
    }
}
