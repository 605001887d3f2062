package dev.licet.customers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is in a customer's organization.
 *
 * @param userId null when the customer has no user with this address
 * @param departed whether the user has left
 * @param departments where the user works, that department first and then those above it; empty for nowhere in particular
 * @param groups codes of the groups that the user or the device is in
 */
public record Person(@Nullable UUID userId, boolean departed, List<Place> departments, Set<String> groups) {

    /** A department, by id and code. */
    public record Place(UUID id, String code) {}
}
