package dev.licet.licensing;

import dev.licet.core.allocation.Division;
import dev.licet.core.allocation.Share;
import dev.licet.core.allocation.Taking;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.policy.Policy;
import dev.licet.customers.Customers;
import dev.licet.customers.Person;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the sum of all departments' parts within the licence, and people within their department's part. */
@Component
class AllocationLimits {
    private final AllocationStore store;
    private final Customers customers;

    AllocationLimits(AllocationStore store, Customers customers) {
        this.store = store;
        this.customers = customers;
    }

    /**
     * Refuses a change of the licence's terms that leaves less than departments were given.
     *
     * @throws Problem 409 ALLOCATION_EXCEEDS_LICENSE
     */
    void refuseIfTooLittle(License before, License after, Instant now) {
        List<Quantity> changed = Arrays.stream(Quantity.values())
                .filter(each -> !Objects.equals(each.limit(before.policy()), each.limit(after.policy())))
                .toList();
        if (!changed.isEmpty() && store.any(after.id())) {
            refuseIfTooMuch(after, store.find(after.id(), now), changed);
        }
    }

    /** @throws Problem 409 ALLOCATION_EXCEEDS_LICENSE */
    static void refuseIfTooMuch(License license, Allotments all, Collection<Quantity> quantities) {
        for (Quantity quantity : quantities) {
            Division division = all.division(quantity, license.policy());
            Integer limit = division.limit();
            if (limit != null && !division.fits()) {
                throw Problem.conflict(
                                "ALLOCATION_EXCEEDS_LICENSE",
                                "The departments would have " + division.allocated() + " " + quantity.label()
                                        + " together, and the license has " + limit
                                        + ": lower a department's part first.")
                        .with("quantity", quantity.label())
                        .with("allocated", division.allocated())
                        .with("limit", limit);
            }
        }
    }

    /** Whether somebody may take a seat; the licence has to be locked. */
    Taking seat(License license, String email, int held, Instant now) {
        Policy policy = license.policy();
        if (license.contract().customerId() == null || !store.any(license.id())) {
            Division whole = new Division(policy.users(), policy.overage(), List.of(), held);
            return whole.take(whole.shareOf(List.of()));
        }
        Division division = store.find(license.id(), now).division(Quantity.USERS, policy);
        return division.take(division.shareOf(departments(license, email)));
    }

    /** The part of the licence's places that a device of the user takes one of; null when they are undivided. */
    @Nullable Share place(License license, Question question, Facts.Devices devices, Instant now) {
        if (license.contract().customerId() == null || !store.any(license.id())) {
            return null;
        }
        Division division = store.find(license.id(), now).division(Quantity.DEVICES, license.policy());
        Share share = division.shareOf(departments(license, question.user()));
        List<String> alike = devices.alike().stream().map(Facts.KnownDevice::id).toList();
        return alike.isEmpty() ? share : share.with(store.devicesOfPart(license.id(), share.department(), alike, now));
    }

    static Problem departmentFull(Share share) {
        return Problem.conflict(
                        "DEPARTMENT_LIMIT_REACHED",
                        "The department " + share.department() + " was given " + share.limit() + " and holds "
                                + share.used() + ": free one there first, or give it more.")
                .with("department", String.valueOf(share.department()))
                .with("limit", Objects.requireNonNull(share.limit()))
                .with("used", share.used());
    }

    private List<String> departments(License license, @Nullable String email) {
        UUID customer = Objects.requireNonNull(license.contract().customerId());
        return customers.person(customer, email, null).departments().stream()
                .map(Person.Place::code)
                .toList();
    }
}
