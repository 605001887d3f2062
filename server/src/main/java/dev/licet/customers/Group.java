package dev.licet.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Some users and devices of a customer, by name.
 *
 * @param code unique within the customer, in any case of letters
 * @param users their e-mail addresses
 * @param devices their fingerprints
 * @param version counts the changes of this record
 */
record Group(
        UUID id,
        UUID customerId,
        String code,
        String name,
        List<String> users,
        List<String> devices,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    boolean same(Group other) {
        return name.equals(other.name) && users.equals(other.users) && devices.equals(other.devices);
    }
}
