package dev.licet.licensing;

import dev.licet.core.allocation.Part;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a department was given of a licence.
 *
 * @param code of the department
 * @param allocated how many, of those quantities that it was given a part of
 * @param used how many of that its people hold
 */
record Allotment(
        UUID departmentId, String code, String name, Map<Quantity, Integer> allocated, Map<Quantity, Integer> used) {

    Optional<Part> part(Quantity quantity) {
        return Optional.ofNullable(allocated.get(quantity))
                .map(number -> new Part(code, number, used.getOrDefault(quantity, 0)));
    }
}
