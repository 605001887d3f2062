package dev.licet.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who uses a customer's licences.
 *
 * @param email unique within the customer, in any case of letters
 * @param version counts the changes of this record
 */
public record User(
        UUID id, UUID customerId, String email, String name, long version, Instant createdAt, Instant updatedAt) {}
