package dev.licet.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a product can do, or a service that comes with it.
 *
 * @param type what a plan may say about it: switch, number, text or metered; fixed
 * @param unit what is counted, such as notes or calls
 * @param aggregation how the events of a metered feature make its number: sum, count, max or unique; null for other types; fixed
 * @param uniqueBy the dimension whose different values are counted, for unique
 * @param kind software, or service for what people do: support, a service level
 * @param version counts the changes of this record
 */
public record Feature(
        UUID id,
        UUID productId,
        String code,
        String name,
        String type,
        @Nullable String unit,
        @Nullable String aggregation,
        @Nullable String uniqueBy,
        String kind,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
