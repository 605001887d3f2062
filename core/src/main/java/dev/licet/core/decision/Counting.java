package dev.licet.core.decision;

import dev.licet.core.meter.Balance;
import dev.licet.core.meter.Ledger;
import dev.licet.core.meter.Meter;
import dev.licet.core.meter.UsageEvent;
import dev.licet.core.meter.UsageOutcome;
import dev.licet.core.meter.UsageOutcome.Reason;
import dev.licet.core.policy.FeatureGrant;
import dev.licet.core.policy.FeatureValue;
import dev.licet.core.policy.Starts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of usage events. Each is judged by where the licence stood when it happened, not when it was heard of.
 *
 * @param facts what is on record about the licence, its term begun if these events begin it
 * @param kinds what the product says of its meters, by code; what is absent adds quantities up
 * @param issuedAt when the licence was issued
 * @param late how far back an event may be dated; null for any time since the issue
 * @param now the instant at which they are counted
 */
public record Counting(
        Facts facts,
        Map<String, Meter.Kind> kinds,
        Instant issuedAt,
        @Nullable Duration late,
        Instant now) {
    /** How much the clock of a program may be ahead, or behind the licence's start. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final List<Rule> RULES =
            List.of(LicenseRules::revoked, LicenseRules::suspended, LicenseRules::notStarted, LicenseRules::expired);
    private static final Question NOBODY = new Question(null, null, null, null, List.of());

    /** Usage begins a term that waits for a first validation or use. A term that waits for an activation goes on waiting. */
    public static Facts begun(Facts facts, Instant now) {
        return facts.after(Starts.FIRST_VALIDATION, now);
    }

    /** The periods whose tallies have to be known before the event can be counted. */
    public Set<Ledger.Key> periods(UsageEvent event) {
        Ledger.Account account = account(event.meter(), moment(event.at()));
        return account == null ? Set.of() : Ledger.periods(account, moment(event.at()));
    }

    /** The value that has to be looked up before the event can be counted; null when none has. */
    public Ledger.@Nullable Seen value(UsageEvent event) {
        Ledger.Account account = account(event.meter(), moment(event.at()));
        String by = account == null ? null : account.meter().kind().uniqueBy();
        String value = by == null ? null : event.dimensions().get(by);
        return account == null || value == null
                ? null
                : new Ledger.Seen(new Ledger.Key(event.meter(), account.meter().period(moment(event.at()))), value);
    }

    /** Counts one event in the ledger, or says why not. Whether it was counted before is for the caller to know. */
    public UsageOutcome count(UsageEvent event, Ledger ledger) {
        Instant at = moment(event.at());
        Reason reason = judge(event.at(), at);
        if (reason != null) {
            return new UsageOutcome.Refused(reason);
        }
        Ledger.Account account = account(event.meter(), at);
        if (account == null
                || !ledger.grants(account.meter(), at)
                || (account.pool() != null && !ledger.grants(account.pool(), at))) {
            return new UsageOutcome.Refused(Reason.FEATURE_NOT_INCLUDED);
        }
        return ledger.count(account, at(event, at), now);
    }

    /** How each metered feature stands, by its code. */
    public Map<String, Balance> balances(Ledger ledger) {
        Map<String, Balance> balances = new LinkedHashMap<>();
        accounts().forEach((code, account) -> balances.put(code, ledger.balance(account, now, now)));
        return balances;
    }

    /** The metered features that the licence has now, by code. */
    public Map<String, Ledger.Account> accounts() {
        Map<String, Ledger.Account> accounts = new LinkedHashMap<>();
        Map<String, FeatureGrant> grants = grants(now);
        grants.forEach((code, grant) -> {
            Ledger.Account account = grant.value() instanceof FeatureValue.Metered ? account(grants, code) : null;
            if (account != null) {
                accounts.put(code, account);
            }
        });
        return accounts;
    }

    /** A feature at an instant as something to count; null when the licence, or the pool that would pay, does not have it. */
    public Ledger.@Nullable Account account(String code, Instant at) {
        return account(grants(at), code);
    }

    private Map<String, FeatureGrant> grants(Instant at) {
        return Standing.of(facts, at).features().grants();
    }

    private Ledger.@Nullable Account account(Map<String, FeatureGrant> grants, String code) {
        Meter meter = meter(grants, code);
        String pays = meter == null ? null : meter.grant().pool();
        Meter pool = pays == null || pays.equals(code) ? null : meter(grants, pays);
        return meter == null || (pays != null && pool == null) ? null : new Ledger.Account(meter, pool);
    }

    private @Nullable Meter meter(Map<String, FeatureGrant> grants, String code) {
        FeatureGrant grant = grants.get(code);
        if (grant == null) {
            return null;
        } else if (grant.value() instanceof FeatureValue.Metered metered) {
            return new Meter(code, kinds.getOrDefault(code, Meter.Kind.SUM), metered, since());
        }
        return grant.value().included()
                ? new Meter(code, Meter.Kind.SUM, FeatureValue.Metered.unlimited(), since())
                : null;
    }

    private @Nullable Reason judge(Instant said, Instant at) {
        if (said.isAfter(now.plus(SKEW))) {
            return Reason.EVENT_IN_FUTURE;
        } else if (said.isBefore(floor().minus(SKEW))) {
            return Reason.NOT_STARTED;
        } else if (late != null && said.isBefore(now.minus(late))) {
            return Reason.EVENT_TOO_OLD;
        }
        Decision.Refused refused = Rule.first(RULES, Case.of(facts, NOBODY, at));
        if (refused != null) {
            return Reason.valueOf(refused.code().name());
        }
        return facts.term().startedAt() == null ? Reason.DEVICE_NOT_ACTIVATED : null;
    }

    /** What a clock that is a little behind dates before the licence is taken as its first moment. */
    private Instant moment(Instant at) {
        Instant floor = floor();
        return at.isBefore(floor) && !at.isBefore(floor.minus(SKEW)) ? floor : at;
    }

    private Instant floor() {
        Instant startsAt = facts.term().startsAt();
        return startsAt == null ? issuedAt : startsAt;
    }

    /** What the periods are counted from: the start of the term. Usage between the issue and the start is of the first period. */
    private Instant since() {
        Instant startedAt = facts.term().startedAt();
        return startedAt == null ? floor() : startedAt;
    }

    private static UsageEvent at(UsageEvent event, Instant at) {
        return at.equals(event.at())
                ? event
                : new UsageEvent(event.id(), event.source(), event.meter(), event.quantity(), at, event.dimensions());
    }

    /** All periods that have to be known for events and for the balances. */
    public Set<Ledger.Key> periods(List<UsageEvent> events) {
        Set<Ledger.Key> keys = new HashSet<>();
        events.forEach(event -> keys.addAll(periods(event)));
        accounts().values().forEach(account -> keys.addAll(Ledger.periods(account, now)));
        return keys;
    }
}
