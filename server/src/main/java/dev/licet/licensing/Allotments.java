package dev.licet.licensing;

import dev.licet.core.allocation.Division;
import dev.licet.core.allocation.Part;
import dev.licet.core.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the departments of a licence's customer were given, by their codes.
 *
 * @param rest what is held by people who draw on no department's part
 */
record Allotments(List<Allotment> departments, Map<Quantity, Integer> rest) {

    Division division(Quantity quantity, Policy policy) {
        List<Part> parts = departments.stream()
                .flatMap(each -> each.part(quantity).stream())
                .toList();
        return new Division(quantity.limit(policy), policy.overage(), parts, rest.getOrDefault(quantity, 0));
    }

    Optional<Allotment> of(UUID department) {
        return departments.stream()
                .filter(each -> each.departmentId().equals(department))
                .findFirst();
    }
}
