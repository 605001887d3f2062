package dev.licet.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the vendor licenses.
 *
 * @param kind software, certificate, content or membership
 * @param keyPrefix put before the keys of its licences
 * @param version counts the changes of this record
 */
public record Product(
        UUID id,
        String code,
        String name,
        String kind,
        @Nullable String keyPrefix,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
