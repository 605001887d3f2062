package dev.licet.customers;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of an organization.
 *
 * @param code unique within the customer, in any case of letters; never changes
 * @param parentId the department that it is a part of; null when it is directly below the customer
 * @param parent the code of that
 * @param externalId what the customer's directory calls it; unique within the customer
 * @param metadata the vendor's own text, numbers and switches
 * @param version counts the changes of this record
 */
public record Department(
        UUID id,
        UUID customerId,
        String code,
        String name,
        @Nullable UUID parentId,
        @Nullable String parent,
        @Nullable String externalId,
        Map<String, @Nullable Object> metadata,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** The id as callers see it. */
    public String typeId() {
        return new TypeId(Ids.DEPARTMENT, id).toString();
    }
}
