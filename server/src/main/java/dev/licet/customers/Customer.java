package dev.licet.customers;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds licences.
 *
 * @param kind organization, individual, employee or partner
 * @param country ISO 3166-1 alpha-2
 * @param externalId what the vendor's own systems call this customer; unique
 * @param metadata the vendor's own text, numbers and switches
 * @param version counts the changes of this record
 */
public record Customer(
        UUID id,
        String kind,
        String name,
        String email,
        String country,
        @Nullable String externalId,
        Map<String, @Nullable Object> metadata,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
