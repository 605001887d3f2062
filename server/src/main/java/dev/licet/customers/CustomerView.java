package dev.licet.customers;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it is answered.
 *
 * @param metadata in the order of its names
 */
record CustomerView(
        String id,
        String kind,
        String name,
        String email,
        String country,
        @Nullable String externalId,
        Map<String, @Nullable Object> metadata,
        Instant createdAt,
        Instant updatedAt) {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                new TypeId(Ids.CUSTOMER, customer.id()).toString(),
                customer.kind(),
                customer.name(),
                customer.email(),
                customer.country(),
                customer.externalId(),
                new TreeMap<>(customer.metadata()),
                customer.createdAt(),
                customer.updatedAt());
    }
}
