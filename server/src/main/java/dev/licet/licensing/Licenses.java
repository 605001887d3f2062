package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.core.decision.Facts;
import dev.licet.core.id.Uuid7;
import dev.licet.core.policy.Policy;
import dev.licet.core.policy.Starts;
import dev.licet.customers.Customer;
import dev.licet.customers.Customers;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Merge;
import dev.licet.platform.Paging;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Licences issued, found and amended. */
@Service
class Licenses {
    private final LicenseStore store;
    private final LicenseRecords records;
    private final Seats seats;
    private final Keys keys;
    private final Catalog catalog;
    private final Customers customers;
    private final Merge merge;
    private final InstantSource time;

    Licenses(
            LicenseStore store,
            LicenseRecords records,
            Seats seats,
            Keys keys,
            Catalog catalog,
            Customers customers,
            Merge merge,
            InstantSource time) {
        this.store = store;
        this.records = records;
        this.seats = seats;
        this.keys = keys;
        this.catalog = catalog;
        this.customers = customers;
        this.merge = merge;
        this.time = time;
    }

    /** A licence with the key that only its maker sees. */
    record Issued(License license, String key) {}

    License get(String id) {
        return records.get(id);
    }

    List<License> list(LicenseFilter filter, Paging paging) {
        return store.list(filter, time.instant(), paging);
    }

    @Transactional
    Issued issue(Caller by, LicenseRequest request) {
        PlanVersion plan = catalog.planIn("/plan", request.plan(), request.product());
        Instant now = time.instant();
        Contract contract = draft(plan, request, now);
        UUID id = Uuid7.next();
        Keys.Made key = keys.make(plan.keyPrefix());
        store.insert(id, contract, key, now);
        License issued = records.issued(by, id);
        List<String> users = request.usersOrNone();
        for (int i = 0; i < users.size(); i++) {
            seats.assign(by, issued, users.get(i), "/users/" + i);
        }
        return new Issued(records.get(id), key.key().toString());
    }

    /**
     * What a licence would be agreed on.
     *
     * @param now when it is issued
     * @throws dev.licet.platform.Problem 422 that names what is wrong with the request
     */
    Contract draft(PlanVersion plan, LicenseRequest request, Instant now) {
        Customer customer = request.customer() == null ? null : customers.customerIn("/customer", request.customer());
        Overrides overrides = checked(request.overridesOrNone(), plan, request.checks());
        return contract(plan, customer, overrides, request, now);
    }

    @Transactional
    License patch(Caller by, String id, JsonNode patch, LongConsumer seen) {
        License before = records.lock(id, seen);
        LicensePatch wanted = merge.merge(LicensePatch.of(before), patch, LicensePatch.class);
        Checks checks = wanted.checks();
        Contract contract = before.contract();
        PlanVersion plan = catalog.planVersion(contract.planId(), contract.planVersion());
        Overrides overrides = checked(wanted.overridesOrNone(), plan, checks);
        return records.change(
                by, "license.changed", null, before, contract.amended(overrides, wanted.metadataOrNone()));
    }

    private Overrides checked(Overrides wanted, PlanVersion plan, Checks checks) {
        Overrides overrides = wanted.checked(plan, catalog.features(plan.productId()), checks);
        String fallback = overrides.over(plan.policy()).fallbackPlan();
        checks.that(
                        "/overrides/policy/fallbackPlan",
                        fallback == null || catalog.planOf(plan.productId(), fallback) != null,
                        "is not the code of a plan of this product")
                .done();
        return overrides;
    }

    private static Contract contract(
            PlanVersion plan, @Nullable Customer customer, Overrides overrides, LicenseRequest request, Instant now) {
        return new Contract(
                plan.planId(),
                plan.version(),
                customer == null ? null : customer.id(),
                overrides,
                request.metadataOrNone(),
                term(overrides.over(plan.policy()), request, now),
                null,
                null,
                null);
    }

    private static Facts.Term term(Policy policy, LicenseRequest request, Instant now) {
        Facts.Term term = new Facts.Term(request.startsAt(), null, request.expiresAt());
        Instant start = request.startsAt() == null ? now : request.startsAt();
        return policy.starts() == Starts.ISSUE ? term.started(policy, start) : term;
    }
}
