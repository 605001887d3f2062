package dev.licet.customers;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who uses a customer's licences.
 *
 * @param email unique within the customer, in any case of letters
 * @param departmentId where the person works; null for nowhere in particular
 * @param department the code of that
 * @param externalId what the customer's directory calls the person; unique within the customer
 * @param departure that the person has left; null for one who is there
 * @param version counts the changes of this record
 */
public record User(
        UUID id,
        UUID customerId,
        String email,
        String name,
        @Nullable UUID departmentId,
        @Nullable String department,
        @Nullable String externalId,
        @Nullable Departure departure,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** When somebody left, and why. */
    public record Departure(Instant at, String reason) {}

    /** The id as callers see it. */
    public String typeId() {
        return new TypeId(Ids.USER, id).toString();
    }

    User departed(@Nullable Departure departure, Instant now) {
        return new User(
                id,
                customerId,
                email,
                name,
                departmentId,
                department,
                externalId,
                departure,
                version + 1,
                createdAt,
                now);
    }
}
