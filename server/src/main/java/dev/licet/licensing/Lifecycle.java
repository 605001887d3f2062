package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.core.decision.Facts;
import dev.licet.core.policy.Policy;
import dev.licet.core.policy.RenewFrom;
import dev.licet.core.time.Span;
import dev.licet.customers.Customer;
import dev.licet.customers.Customers;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a licence between its issue and its end. Nothing happens any more to one that was revoked. */
@Service
class Lifecycle {
    private final LicenseRecords records;
    private final LicenseStore store;
    private final Seats seats;
    private final Allocations allocations;
    private final Keys keys;
    private final Catalog catalog;
    private final Customers customers;
    private final InstantSource time;

    Lifecycle(
            LicenseRecords records,
            LicenseStore store,
            Seats seats,
            Allocations allocations,
            Keys keys,
            Catalog catalog,
            Customers customers,
            InstantSource time) {
        this.records = records;
        this.store = store;
        this.seats = seats;
        this.allocations = allocations;
        this.keys = keys;
        this.catalog = catalog;
        this.customers = customers;
        this.time = time;
    }

    @Transactional
    License suspend(Caller by, String id, @Nullable String reason) {
        License license = alive(id);
        if (license.contract().suspension() != null) {
            return license;
        }
        Contract.Stop stop = new Contract.Stop(time.instant(), reason);
        return records.change(
                by, "license.suspended", reason, license, license.contract().suspension(stop));
    }

    @Transactional
    License resume(Caller by, String id, LongConsumer seen) {
        License license = alive(records.lock(id, seen));
        return records.change(
                by, "license.resumed", null, license, license.contract().suspension(null));
    }

    @Transactional
    License revoke(Caller by, String id, @Nullable String reason) {
        License license = records.lock(id);
        if (license.contract().revocation() != null) {
            return license;
        }
        Contract.Stop stop = new Contract.Stop(time.instant(), reason);
        return records.change(
                by, "license.revoked", reason, license, license.contract().revocation(stop));
    }

    /** Adds a term, the plan's when none is given, where the policy says. Maintenance counts from where that term begins. */
    @Transactional
    License renew(Caller by, String id, @Nullable Span given) {
        License license = alive(id);
        Instant end = license.contract().term().expiresAt();
        Span longer = given == null ? license.policy().term() : given;
        if (end == null || longer == null) {
            throw Problem.conflict(
                    "NOT_RENEWABLE",
                    "The license has no end yet, or none at all, so there is nothing to renew; PUT …/expiry sets one.");
        }
        Instant from = from(license.policy().renewFrom(), end, time.instant());
        Facts.Term term = maintained(license, from).until(longer.addTo(from));
        return records.change(
                by, "license.renewed", null, license, license.contract().term(term));
    }

    @Transactional
    License expiry(Caller by, String id, @Nullable Instant end) {
        License license = alive(id);
        Instant start = license.contract().term().startsAt();
        if (end != null && start != null && !start.isBefore(end)) {
            throw Problem.invalid("/expiresAt", "must be after the start of the license, " + start);
        }
        return records.change(
                by, "license.expiry_changed", null, license, license.contract().expiry(end));
    }

    /** Moves it to the current version of a plan; key, devices and users stay. */
    @Transactional
    License move(Caller by, String id, @Nullable String plan) {
        License license = alive(id);
        PlanVersion target = catalog.planIn("/plan", plan, license.product());
        if (!target.productId().equals(license.productId())) {
            throw Problem.invalid("/plan", "is a plan of another product");
        }
        Policy policy = license.contract().overrides().over(target.policy());
        boolean converted = license.policy().trial() && !policy.trial();
        Contract contract =
                license.contract().plan(target.planId(), target.version()).term(moved(license, policy, converted));
        String type = converted ? "license.converted" : "license.plan_changed";
        return records.change(by, type, null, license, contract);
    }

    /** Hands it to another customer; the seats of the old one's people are freed, devices stay. */
    @Transactional
    License transfer(Caller by, String id, @Nullable String customer) {
        License license = alive(id);
        Customer receiver = customers.customerIn("/customer", customer);
        if (!receiver.id().equals(license.contract().customerId())) {
            seats.freeAll(by, license);
            allocations.deleteAll(by, license);
        }
        return records.change(
                by, "license.transferred", null, license, license.contract().customer(receiver.id()));
    }

    @Transactional
    Licenses.Issued replaceKey(Caller by, String id) {
        License license = alive(id);
        Keys.Made key = keys.make(license.key().prefix());
        store.updateKey(license.id(), key);
        License after = records.get(license.id());
        records.note(by, "license.key_replaced", license.id(), null, license.key(), after.key());
        return new Licenses.Issued(after, key.key().toString());
    }

    /** The key in full. That it was shown, and to whom, stands in the history. */
    @Transactional
    String reveal(Caller by, License license) {
        records.note(by, "license.key_revealed", license.id(), null, null, null);
        return keys.open(store.sealedKey(license.id()));
    }

    private License alive(String id) {
        return alive(records.lock(id));
    }

    static License alive(License license) {
        if (license.contract().revocation() != null) {
            throw Problem.conflict("LICENSE_REVOKED", "The license was revoked, which is final; issue a new one.");
        }
        return license;
    }

    static Instant from(RenewFrom from, Instant end, Instant now) {
        return switch (from) {
            case EXPIRY -> end;
            case NOW -> now;
            case NOW_IF_EXPIRED -> end.isAfter(now) ? end : now;
        };
    }

    /**
     * The term after a move: one that has not begun begins if the new plan waits for nothing that is yet to come; a trial that is
     * converted begins anew; a plan without end takes the end away, a plan with one gives it to a licence that had none. Otherwise
     * what was paid for stays paid for.
     */
    private Facts.Term moved(License license, Policy policy, boolean converted) {
        Facts.Term term = license.contract().term();
        Instant now = time.instant();
        if (term.startedAt() == null) {
            Instant start = term.startsAt() == null || term.startsAt().isBefore(now) ? now : term.startsAt();
            return waits(license, policy) ? term : term.started(policy, start);
        }
        boolean endChanges = (license.policy().term() == null) != (policy.term() == null);
        return converted || endChanges
                ? new Facts.Term(term.startsAt(), null, null).started(policy, now)
                : maintained(license, policy, now);
    }

    /** Another maintenance counts from the move, and takes away nothing that was had until then. */
    private static Facts.Term maintained(License license, Policy policy, Instant now) {
        Facts.Term term = license.contract().term();
        Span span = policy.maintenance();
        if (Objects.equals(span, license.policy().maintenance())) {
            return term;
        }
        Instant had = license.maintainedUntil();
        Instant anew = span == null ? null : span.addTo(now);
        return term.maintained(had != null && anew != null && had.isAfter(anew) ? had : anew);
    }

    /** The term with a maintenance that counts from an instant, where that makes it longer. */
    private static Facts.Term maintained(License license, Instant from) {
        Facts.Term term = license.contract().term();
        Span span = license.policy().maintenance();
        Instant now = license.maintainedUntil();
        Instant then = span == null ? null : span.addTo(from);
        return now != null && then != null && then.isAfter(now) ? term.maintained(then) : term;
    }

    private static boolean waits(License license, Policy policy) {
        return switch (policy.starts()) {
            case ISSUE -> false;
            case FIRST_VALIDATION -> true;
            case FIRST_ACTIVATION, FIRST_USE -> license.counts().devices() == 0;
        };
    }
}
